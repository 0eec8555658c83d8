using System.Net;

namespace GameNight.Tests.Rooms;

/// <summary>The pages of rooms as the server renders them; what their scripts make of them is tested in the browser.</summary>
public sealed class RoomPagesTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With("--GameNight:JoinAddress=http://192.168.1.20:5080");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Door_Guest_AsksForTheCodeAndSaysWhoOpensRooms()
    {
        var page = await ReadAsync(_server.NewPlayer(), "/rooms");
        Assert.Contains("Room code", page, StringComparison.Ordinal);
        Assert.Contains("The host does that", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-room=\"open\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_Host_OpensRooms()
    {
        using var host = _server.NewPlayer();
        Assert.Contains(">Open a room</button>", await ReadAsync(host, _server.HostLink, "/rooms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_TypedCode_LeadsToThePhonesPageInCapitals()
    {
        var answer = await _server.NewPlayer().GetAsync("/rooms?code=+bc-df");
        Assert.Equal("/rooms/BCDF", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task PhonePage_WithoutASeatOrRoom_SaysSo()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost(), rounds: 1);
        Assert.Contains("data-refused=\"403\"", await ReadAsync(_server.NewPlayer(), $"/rooms/{code}"), StringComparison.Ordinal);
        Assert.Contains("data-refused=\"404\"", await ReadAsync(_server.NewPlayer(), "/rooms/none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PhonePage_WithASeat_FollowsTheRoom()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost(), rounds: 1);
        using var player = _server.NewPlayer();
        using var joined = await new RoomPhone(player, code).JoinAsync("Ann");
        var page = await ReadAsync(player, $"/rooms/{code}");
        Assert.DoesNotContain("data-refused", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Drawing pad\"", page, StringComparison.Ordinal);
        Assert.Contains("data-contestant=\"mnist-cnn\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StagePage_AnyRoom_ShowsWherePhonesJoin()
    {
        var page = await ReadAsync(_server.NewPlayer(), "/rooms/bcdf/stage");
        Assert.Contains("192.168.1.20:5080/rooms/BCDF</b>", page, StringComparison.Ordinal);
        Assert.Contains("QR code of 192.168.1.20:5080/rooms/BCDF", page, StringComparison.Ordinal);
    }

    /// <summary>The last of the pages, which one browser opens one after the other.</summary>
    private static async Task<string> ReadAsync(HttpClient browser, params string[] paths)
    {
        var page = "";
        foreach (var path in paths)
            page = WebUtility.HtmlDecode(await browser.GetStringAsync(path));
        return page;
    }
}
