using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GameNight.Play.Personal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GameNight.Tests.Recordings;

/// <summary>The game of this build with the data of an earlier one.</summary>
internal sealed class RecordedGame : IAsyncDisposable
{
    /// <summary>The strokes of a new drawing.</summary>
    public static readonly double[][][] Seven = [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]];

    private readonly Recording _recording;
    private readonly GameServer _server;

    private RecordedGame(Recording recording, GameServer server)
    {
        (_recording, _server) = (recording, server);
        Host = server.NewHost();
    }

    public string DataFolder => _server.DataFolder;

    /// <summary>A client with the host's token.</summary>
    public HttpClient Host { get; }

    /// <summary>Starts a game.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="folder">The data folder in the recording, which is moved; null for an empty one.</param>
    /// <param name="settings">Settings such as <c>Training:Enabled=false</c>.</param>
    public static async Task<RecordedGame> StartAsync(Recording recording, string? folder, params string[] settings)
    {
        var server = GameServer.With([.. settings.Select(setting => $"--GameNight:{setting}")]);
        if (folder is not null)
        {
            Directory.Delete(server.DataFolder);
            Directory.Move(Path.Combine(recording.Folder, folder), server.DataFolder);
        }

        await server.InitializeAsync();
        // Cookies expire after 400 days, so the clock of their authentication stays at the time of the recording.
        var cookies = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        cookies.TimeProvider = new FixedClock((DateTimeOffset)recording.Facts["recordedAt"]!);
        return new RecordedGame(recording, server);
    }

    /// <summary>A client with the recorded cookie of a player.</summary>
    public HttpClient As(string player)
    {
        var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _server.Address };
        browser.DefaultRequestHeaders.Add("Cookie", $"game-night-player={_recording.Player(player)["cookie"]}");
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return browser;
    }

    /// <summary>
    /// The recorded browser of the host, which opens the host's link of this start: in the player's cookie, where earlier builds had it,
    /// the role counts no more.
    /// </summary>
    public async Task<HttpClient> AsHostAsync()
    {
        var browser = As("the host");
        await browser.PutAsJsonAsync("/api/experiment", new { mode = "arms" }).ExpectAsync(HttpStatusCode.Forbidden);
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.HostLink);
        using var quiet = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = _server.Address,
        };
        var cookie = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        request.Headers.Add("Cookie", cookie);
        var opened = await quiet.SendAsync(request);
        // A page that has forms gives a cookie for them, too.
        var role = opened.Headers.GetValues("Set-Cookie").Single(given => given.StartsWith("game-night-host=", StringComparison.Ordinal));
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"{cookie}; {role.Split(';')[0]}");
        return browser;
    }

    /// <summary>The response to the host, after waiting until the game is ready.</summary>
    public Task<JsonNode> GetAsync(string path) => Eventually.FoundAsync(
        async () =>
        {
            var response = await Host.GetAsync(path);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable ? null : await Task.FromResult(response).ReadAsync();
        },
        $"an answer to {path}");

    /// <summary>All observations.</summary>
    public async Task<List<JsonNode>> ExportAsync() =>
        HttpAnswers.ParseLines(await Host.GetStringAsync("/api/observations/export?format=jsonl"));

    public async Task<JsonNode> FindAsync(string observation) =>
        (await ExportAsync()).Single(play => (string)play["id"]! == observation);

    /// <summary>Asserts that nothing is lost of any recorded response.</summary>
    /// <param name="except">The path of one that is another since.</param>
    public async Task AssertAnswersAsync(string? except = null)
    {
        Assert.NotEmpty(_recording.Answers);
        foreach (var (path, recorded) in _recording.Answers.Where(answer => answer.Key != except))
            JsonLoss.AssertNone(Recorded(path, recorded!), Recorded(path, await GetAsync(path)), path);
    }

    /// <summary>Asserts that exactly the recorded observations are exported, in their order and without loss.</summary>
    public async Task AssertExportAsync()
    {
        var (recorded, now) = (_recording.ReadExport(), await ExportAsync());
        Assert.Equal(recorded.Select(play => (string)play["id"]!), now.Select(play => (string)play["id"]!));
        foreach (var (before, after) in recorded.Zip(now))
            JsonLoss.AssertNone(before, after, $"observation {before["id"]}");
    }

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        // Background services stop and the last labels are learned before the folder is deleted.
        await _server.Services.GetRequiredService<IHost>().StopAsync();
        await _server.Services.GetRequiredService<PersonalizationService>().SettleAsync();
        await _server.DisposeAsync();
    }

    /// <summary>
    /// A response without what differs between builds: the versions that ship, the descriptions of contestants, and what a version out
    /// of service is called. All of those were "published" at the time of the recording.
    /// </summary>
    private JsonNode Recorded(string path, JsonNode answer)
    {
        if (path.EndsWith("/versions", StringComparison.Ordinal))
            return new JsonArray([.. answer.AsArray().Where(version => !(bool)version!["ships"]!).Select(version => Renamed(version!))]);
        return path != "/api/algorithms" ? answer : new JsonObject(answer.AsArray().Select(algorithm =>
            KeyValuePair.Create<string, JsonNode?>((string)algorithm!["id"]!, $"{algorithm["status"]} {ActiveVersion(algorithm)}")));
    }

    /// <summary>The version in service, or "shipped" where it came with the build.</summary>
    private string ActiveVersion(JsonNode algorithm)
    {
        var version = (string)algorithm["activeVersion"]!;
        var recorded = _recording.Answers[$"/api/algorithms/{algorithm["id"]}/versions"]?.AsArray() ?? [];
        return recorded.Any(own => (string)own!["version"]! == version && !(bool)own["ships"]!) ? version : "shipped";
    }

    private static JsonNode Renamed(JsonNode version)
    {
        var renamed = version.DeepClone();
        if ((string)renamed["status"]! is not ("inService" or "unavailable"))
            renamed["status"] = "published";
        return renamed;
    }

    private sealed class FixedClock(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
