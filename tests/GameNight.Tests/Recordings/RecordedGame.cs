using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GameNight.Play.Personal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GameNight.Tests.Recordings;

/// <summary>The game of this build over what an earlier one wrote.</summary>
internal sealed class RecordedGame : IAsyncDisposable
{
    /// <summary>The strokes of a new drawing.</summary>
    public static readonly double[][][] Seven = [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]];

    /// <summary>Far longer than anything here needs, so that only what never comes fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Recording _recording;
    private readonly GameServer _server;

    private RecordedGame(Recording recording, GameServer server)
    {
        (_recording, _server) = (recording, server);
        Host = server.NewHost();
    }

    public string DataFolder => _server.DataFolder;

    /// <summary>A program with the host's token.</summary>
    public HttpClient Host { get; }

    /// <param name="recording">What was recorded.</param>
    /// <param name="folder">The data folder in it, which moves; null for a new one.</param>
    /// <param name="settings">Like <c>Training:Enabled=false</c>.</param>
    public static async Task<RecordedGame> StartAsync(Recording recording, string? folder, params string[] settings)
    {
        var server = GameServer.With([.. settings.Select(setting => $"--GameNight:{setting}")]);
        if (folder is not null)
        {
            Directory.Delete(server.DataFolder);
            Directory.Move(Path.Combine(recording.Folder, folder), server.DataFolder);
        }

        await server.InitializeAsync();
        // A cookie is good for 400 days, and the recording for longer: whoever comes back comes on its day.
        server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme).TimeProvider = new Day((DateTimeOffset)recording.Facts["recordedAt"]!);
        return new RecordedGame(recording, server);
    }

    /// <summary>The browser of somebody who comes back with the cookie that the earlier build gave them.</summary>
    public HttpClient As(string player)
    {
        var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _server.Address };
        browser.DefaultRequestHeaders.Add("Cookie", $"game-night-player={_recording.Player(player)["cookie"]}");
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return browser;
    }

    /// <summary>What the host is answered, as soon as the game can answer.</summary>
    public Task<JsonNode> GetAsync(string path) => UntilAsync($"{path} is answered", async () =>
    {
        var response = await Host.GetAsync(path);
        return response.StatusCode == HttpStatusCode.ServiceUnavailable ? null : await Task.FromResult(response).ReadAsync();
    });

    public async Task<List<JsonNode>> ExportAsync() =>
        HttpAnswers.ParseLines(await Host.GetStringAsync("/api/observations/export?format=jsonl"));

    public async Task<JsonNode> FindAsync(string observation) => (await ExportAsync()).Single(play => (string)play["id"]! == observation);

    /// <summary>Every recorded answer is still given.</summary>
    public async Task AssertAnswersAsync()
    {
        Assert.NotEmpty(_recording.Answers);
        foreach (var (path, recorded) in _recording.Answers)
            JsonLoss.AssertNone(Recorded(path, recorded!), Recorded(path, await GetAsync(path)), path);
    }

    /// <summary>Every recorded observation is still exported, in its place and no other beside it.</summary>
    public async Task AssertExportAsync()
    {
        var (recorded, now) = (_recording.ReadExport(), await ExportAsync());
        Assert.Equal(recorded.Select(play => (string)play["id"]!), now.Select(play => (string)play["id"]!));
        foreach (var (before, after) in recorded.Zip(now))
            JsonLoss.AssertNone(before, after, $"observation {before["id"]}");
    }

    /// <summary>Comes back when there is an answer.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> question)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            if (await question() is { } answer)
                return answer;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Waited {Patience.TotalMinutes} minutes in vain until {what}.");
    }

    /// <summary>Comes back when it is so.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> isSo) => UntilAsync(what, async () => await isSo() ? what : null);

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        // What works in the background ends before its folder goes, and what was marked last is learned.
        await _server.Services.GetRequiredService<IHost>().StopAsync();
        await _server.Services.GetRequiredService<PersonalizationService>().SettleAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Without what belongs to a build: the versions that ship, and how contestants are introduced.</summary>
    private static JsonNode Recorded(string path, JsonNode answer)
    {
        if (path.EndsWith("/versions", StringComparison.Ordinal))
            return new JsonArray([.. answer.AsArray().Where(version => !(bool)version!["ships"]!).Select(version => version!.DeepClone())]);
        return path != "/api/algorithms" ? answer : new JsonObject(answer.AsArray().Select(algorithm =>
            KeyValuePair.Create<string, JsonNode?>((string)algorithm!["id"]!, $"{algorithm["status"]} {algorithm["activeVersion"]}")));
    }

    private sealed class Day(DateTimeOffset day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => day;
    }
}
