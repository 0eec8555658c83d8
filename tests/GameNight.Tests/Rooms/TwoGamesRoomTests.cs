using System.Net;
using System.Net.Http.Json;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.DynamoDb;

namespace GameNight.Tests.Rooms;

/// <summary>Two games at one table, as behind a load balancer: a room is played by the one that opened it.</summary>
public sealed class TwoGamesRoomTests(DynamoDbFolderServer database) : IClassFixture<DynamoDbFolderServer>, IAsyncLifetime
{
    private readonly DynamoDbOptions _table = database.NewOptions();
    private GameServer _here = null!;
    private GameServer _there = null!;

    public async Task InitializeAsync()
    {
        string[] settings =
        [
            "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:TableName={_table.TableName}",
            $"--GameNight:Store:DynamoDb:ServiceUrl={_table.ServiceUrl}", "--GameNight:Training:Enabled=false",
        ];
        _here = GameServer.With([.. settings, "--GameNight:Rooms:NodeAddress=http://192.168.1.21:5080"]);
        _there = GameServer.With(settings);
        await _here.InitializeAsync();
        await _there.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [DynaliteFact]
    public async Task Join_RoomOfAGameWithAddress_SaysWhereItIs()
    {
        using var host = _here.NewHost();
        using var phone = _there.NewPlayer();
        var (code, _) = await RoomPhone.OpenAsync(host);
        using var sent = await phone.PostAsJsonAsync($"/api/rooms/{code}/seats", new { name = "Ann" });
        Assert.Equal(HttpStatusCode.MisdirectedRequest, sent.StatusCode);
        Assert.Contains($"http://192.168.1.21:5080/rooms/{code}", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [DynaliteFact]
    public async Task Join_RoomOfAGameWithoutAddress_SaysToScanTheScreen()
    {
        using var host = _there.NewHost();
        using var phone = _here.NewPlayer();
        var (code, _) = await RoomPhone.OpenAsync(host);
        using var sent = await phone.PostAsJsonAsync($"/api/rooms/{code}/seats", new { name = "Ann" });
        Assert.Equal(HttpStatusCode.MisdirectedRequest, sent.StatusCode);
        Assert.Contains("another machine", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [DynaliteFact]
    public async Task PhonePage_RoomOfAnotherGame_LeadsThere()
    {
        using var host = _here.NewHost();
        var (code, _) = await RoomPhone.OpenAsync(host);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var phone = new HttpClient(handler) { BaseAddress = _there.Address };
        using var page = await phone.GetAsync($"/rooms/{code}");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Equal(new Uri($"http://192.168.1.21:5080/rooms/{code}"), page.Headers.Location);
    }
}
