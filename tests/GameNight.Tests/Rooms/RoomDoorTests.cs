using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Endurance;
using GameNight.Rooms.Live;

namespace GameNight.Tests.Rooms;

/// <summary>Who opens rooms, ends them, and leaves them.</summary>
public sealed class RoomDoorTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With("--GameNight:Rooms:WhoMayOpen=Anybody", "--GameNight:Rooms:Pace=0.2");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Open_ManyFromOneAddress_IsRefusedInWordsUntilOneEnds()
    {
        List<(string Code, string StageKey)> rooms = [];
        for (var i = 0; i < RoomDirectory.MostRoomsOfOne; i++)
            rooms.Add(await RoomPhone.OpenAsync(NewStranger()));
        using var refused = await NewStranger().PostAsJsonAsync("/api/rooms", new { mode = "fool" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("5 rooms are open from your network", await DetailAsync(refused), StringComparison.Ordinal);
        // Neither the host is limited nor whoever sits at the machine.
        await RoomPhone.OpenAsync(_server.NewHost());
        for (var i = 0; i <= RoomDirectory.MostRoomsOfOne; i++)
            await RoomPhone.OpenAsync(_server.NewPlayer());
        await using var screen = new RoomPhone(_server.NewPlayer(), rooms[0].Code, rooms[0].StageKey);
        (await screen.LeadAsync("end")).EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () =>
        {
            using var opened = await NewStranger().PostAsJsonAsync("/api/rooms", new { mode = "fool" });
            return opened.StatusCode == HttpStatusCode.Created;
        });
    }

    [Fact]
    public async Task Door_Host_ListsOpenRoomsAndEndsThem()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewPlayer());
        (await new RoomPhone(_server.NewPlayer(), code).JoinAsync("Ann")).EnsureSuccessStatusCode();
        using var host = _server.NewPlayer();
        await host.GetAsync(_server.HostLink);
        var page = await host.GetStringAsync("/rooms");
        Assert.Contains("Fool the machines, 1 person in the lobby", page, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"End {code}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(code, await _server.NewPlayer().GetStringAsync("/rooms"), StringComparison.Ordinal);
        using var ended = await host.PostAsJsonAsync($"/api/rooms/{code}/commands", new { id = "1", kind = "end" });
        ended.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => !(await host.GetStringAsync("/rooms")).Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leave_Phone_IsOutUntilItJoinsAgain()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewPlayer());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        using var joined = await phone.JoinAsync("Ann");
        await phone.FollowAsync();
        await phone.UntilPhaseAsync("lobby");
        using var left = await phone.SendAsync(new { id = "leave", kind = "leave" });
        left.EnsureSuccessStatusCode();
        Assert.Equal("ended", await phone.UntilEventAsync());
        using var outside = await phone.Http.GetAsync($"/api/rooms/{code}/events");
        Assert.Equal(HttpStatusCode.Forbidden, outside.StatusCode);
        Assert.Contains("data-refused=\"403\"", await phone.Http.GetStringAsync($"/rooms/{code}"), StringComparison.Ordinal);
        using var again = await phone.JoinAsync("Ann");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await joined.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Command_ForAnotherGameOfTheRoom_IsRefused()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewPlayer());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        (await phone.JoinAsync("Ann")).EnsureSuccessStatusCode();
        using var late = await phone.SendAsync(new { id = "1", kind = "moreTime", game = 3, on = true });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var now = await phone.SendAsync(new { id = "2", kind = "moreTime", game = 0, on = true });
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage refused) =>
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();

    /// <summary>Another player, at another machine.</summary>
    private HttpClient NewStranger() => Client.From(IPAddress.Parse("127.0.0.2"), _server.Address);
}
