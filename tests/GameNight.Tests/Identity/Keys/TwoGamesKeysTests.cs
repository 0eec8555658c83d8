using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Commands;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.DynamoDb;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Identity.Keys;

/// <summary>Two games at one table, each with its own data folder, as on two machines behind a balancer.</summary>
public sealed class TwoGamesKeysTests(DynamoDbFolderServer database) : IClassFixture<DynamoDbFolderServer>
{
    private readonly DynamoDbOptions _table = database.NewOptions();

    [Fact]
    public async Task Player_OfOneGame_IsTheSameAtTheOther()
    {
        await using var here = NewGame();
        await using var there = NewGame();
        await Task.WhenAll(here.InitializeAsync(), there.InitializeAsync());
        using var browser = new Browser();
        await browser.OpenAsync(here, "/");
        var cookie = browser.Cookie(here);
        await browser.PlayAsync(here);

        await browser.OpenAsync(there, "/");

        Assert.Equal(cookie, browser.Cookie(there));
        await Eventually.TrueAsync(async () => await browser.CountAsync(there) == 1, "the other game has the player's drawing");
        await browser.PlayAsync(there);
        await Eventually.TrueAsync(async () => await browser.CountAsync(here) == 2, "the first game has both drawings");
    }

    [Fact]
    public async Task Host_OfOneGame_IsTheSameAtTheOtherWithTheSameToken()
    {
        await using var here = NewGame();
        await using var there = NewGame();
        await here.InitializeAsync();
        await there.InitializeAsync();
        using var browser = new Browser();
        await browser.OpenAsync(here, here.HostLink);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(here, "/api/training-runs")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(there, "/api/training-runs")).StatusCode);
    }

    [DynaliteFact]
    public async Task Start_TableAway_IsReadyOnlyWhenItKnowsTheOthersKeys()
    {
        await using var here = NewGame();
        await here.InitializeAsync();
        using var browser = new Browser();
        await browser.OpenAsync(here, "/");
        var cookie = browser.Cookie(here);
        await database.StopAsync();
        await using var there = NewGame();
        await there.InitializeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync(there, "/health/ready")).StatusCode);

        await database.InitializeAsync();

        await Eventually.TrueAsync(
            async () => (await browser.GetAsync(there, "/health/ready")).StatusCode == HttpStatusCode.OK, "the other game is ready");
        await browser.OpenAsync(there, "/");
        Assert.Equal(cookie, browser.Cookie(there));
    }

    [Fact]
    public async Task Backup_RestoredIntoAnotherTable_KnowsThePlayers()
    {
        using var folder = new TemporaryFolder();
        using var browser = new Browser();
        var backup = Path.Combine(folder.Path, "backup.zip");
        string? cookie;
        await using (var before = NewGame())
        {
            await before.InitializeAsync();
            await browser.OpenAsync(before, "/");
            cookie = browser.Cookie(before);
            await RunAsync(BackupCommand.Create(), backup, [.. Settings(_table), $"--GameNight:DataFolder={before.DataFolder}"]);
        }

        string[] restored = [.. Settings(database.NewOptions()), $"--GameNight:DataFolder={Path.Combine(folder.Path, "data")}"];
        await RunAsync(RestoreCommand.Create(), backup, restored);
        await using var after = GameServer.With(restored);
        await after.InitializeAsync();
        // Another machine, which has nothing but the table.
        await using var beside = GameServer.With(restored[..^1]);
        await beside.InitializeAsync();
        foreach (var game in new[] { after, beside })
        {
            await browser.OpenAsync(game, "/");
            Assert.Equal(cookie, browser.Cookie(game));
        }
    }

    private static string[] Settings(DynamoDbOptions table) =>
    [
        "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:TableName={table.TableName}",
        $"--GameNight:Store:DynamoDb:ServiceUrl={table.ServiceUrl}",
    ];

    private static async Task RunAsync(Command command, string file, string[] settings) => Assert.Equal(
        0, await command.Parse([file, .. settings]).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

    private GameServer NewGame() => GameServer.With([.. Settings(_table), "--GameNight:Training:Enabled=false"]);

    /// <summary>One browser at several games: cookies are a host's, whatever its port.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly CookieContainer _cookies = new();
        private readonly HttpClient _http;

        public Browser() => _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies });

        public string? Cookie(GameServer game) => _cookies.GetCookies(game.Address)["game-night-player"]?.Value;

        public async Task OpenAsync(GameServer game, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(game.Address, path));
            request.Headers.Accept.Add(new("text/html"));
            using var page = await _http.SendAsync(request);
            page.EnsureSuccessStatusCode();
        }

        public Task<HttpResponseMessage> GetAsync(GameServer game, string path) => _http.GetAsync(new Uri(game.Address, path));

        public async Task PlayAsync(GameServer game) =>
            (await _http.PostAsync(new Uri(game.Address, "/api/observations"), SampleDrawings.Play(SampleDrawings.Seven)))
                .EnsureSuccessStatusCode();

        public async Task<int> CountAsync(GameServer game) =>
            (await _http.GetFromJsonAsync<JsonElement>(new Uri(game.Address, "/api/players/me"))).GetProperty("observations").GetInt32();

        public void Dispose() => _http.Dispose();
    }
}
