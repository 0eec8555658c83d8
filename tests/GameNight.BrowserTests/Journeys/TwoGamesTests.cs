using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using Xunit.Abstractions;

namespace GameNight.BrowserTests.Journeys;

/// <summary>Two games on one database and one bucket, as on two machines.</summary>
public sealed class TwoGamesTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Token = "a-token-for-tests";
    private const string Network = "app-network";
    private const int Threshold = 120;

    /// <summary>The polling interval is a second; a busy machine takes its time to load a version.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly DatabaseProcess _database = new();
    private readonly BucketProcess _bucket = new();
    private readonly GameProcess[] _games = [new(), new()];
    private readonly HttpClient _host = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };

    public Task InitializeAsync() => Task.WhenAll(_database.StartAsync(), _bucket.StartAsync());

    public async Task DisposeAsync()
    {
        foreach (var game in _games)
            await game.DisposeAsync();
        await _bucket.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Marks_OnBothUpToTheThreshold_AreLearnedOnceAndServedByBoth()
    {
        await StartAsync();
        await MirroredHandwriting.PlayAsync([.. _games.Select(game => game.Address!)], Token, Threshold - 1);
        Assert.Empty(await RunsAsync(_games[0]));
        using var done = new CancellationTokenSource();
        var serving = _games.Select(game => ServesAsync(game, "2", done.Token)).ToList();
        await MarkElsewhereAsync(9, _games[0], _games[1]);

        var run = await EndedAsync(_games[0]);
        Assert.True(Text(run, "state") == "activated", Text(run, "words"));
        done.CancelAfter(Soon);
        var activated = (await GetAsync(_games[0], $"api/algorithms/{Network}/activations")).Single().GetProperty("at").GetDateTimeOffset();
        foreach (var since in await Task.WhenAll(serving))
            output.WriteLine($"Version 2 answers {(since - activated).TotalSeconds:F2} s after it was activated.");

        foreach (var game in _games)
        {
            var runs = await RunsAsync(game);
            Assert.Distinct(runs.Select(each => Text(each, "algorithm")));
            Assert.Equal(Text(run, "id"), Text(runs.Single(IsOfNetwork), "id"));
            using var reader = new GameClient(game.Address!);
            Assert.Equal((Threshold, Threshold), (await reader.ObservationsAsync(), await reader.LabelledAsync()));
        }

        Assert.Single(_games, Trained);
        Assert.Equal(Threshold, run.GetProperty("receipt").GetProperty("rows").GetProperty("labelled").GetInt32());
    }

    [Fact]
    public async Task Trainer_KilledWhileItTrains_IsFollowedByTheOtherAndLeavesNoHalfVersion()
    {
        await StartAsync("--GameNight:Training:LeaseSeconds=3");
        await MirroredHandwriting.PlayAsync([.. _games.Select(game => game.Address!)], Token, Threshold);
        while (!_games.Any(Trained))
            await Task.Delay(20);
        var (victim, heir) = Trained(_games[0]) ? (_games[0], _games[1]) : (_games[1], _games[0]);
        await victim.KillAsync();
        var clock = Stopwatch.StartNew();
        Assert.Equal("running", Text((await RunsAsync(heir)).Single(IsOfNetwork), "state"));
        Assert.False(Trained(heir));

        while (!Trained(heir))
            await Task.Delay(20);
        output.WriteLine($"The other took over after {clock.Elapsed.TotalSeconds:F2} s.");
        var run = await EndedAsync(heir);
        output.WriteLine($"Its run had ended after {clock.Elapsed.TotalSeconds:F2} s.");
        Assert.True(Text(run, "state") == "activated", Text(run, "words"));
        using var done = new CancellationTokenSource(Soon);
        await ServesAsync(heir, Text(run, "version"), done.Token);

        var versions = await GetAsync(heir, $"api/algorithms/{Network}/versions");
        Assert.Equal(["2", "1"], versions.Select(version => Text(version, "version")));
        foreach (var version in versions)
        {
            using var activated = await _host.PostAsync(new Uri(heir.Address!, $"api/algorithms/{Network}/versions/{Text(version, "version")}/activate"), content: null);
            Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        }
    }

    private async Task StartAsync(params string[] settings)
    {
        foreach (var game in _games)
        {
            game.Settings.AddRange(
            [
                "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl={_database.Address}",
                "--GameNight:Registry:Provider=S3", $"--GameNight:Registry:S3:ServiceUrl={_bucket.Address}", "--GameNight:Registry:S3:Bucket=models", "--GameNight:Registry:PollSeconds=1",
                $"--GameNight:Training:NewMarks={Threshold}", "--GameNight:Training:Daily=never", "--GameNight:Training:PollSeconds=1", $"--GameNight:Host:Token={Token}", .. settings,
            ]);
            (game.Environment["AWS_ACCESS_KEY_ID"], game.Environment["AWS_SECRET_ACCESS_KEY"]) = (BucketProcess.Credential, BucketProcess.Credential);
        }

        await Task.WhenAll(_games.Select(game => game.StartAsync()));
    }

    /// <summary>A drawing that was made in one game is marked in the other, as soon as it is known there.</summary>
    private async Task MarkElsewhereAsync(int digit, GameProcess here, GameProcess there)
    {
        using var observed = await _host.PostAsJsonAsync(new Uri(here.Address!, "api/observations"), new { algorithm = Network, player = "a guest", strokes = MirroredHandwriting.Write(digit, new Random(9999)).ToStrokes() });
        var id = Text(await observed.Content.ReadFromJsonAsync<JsonElement>(), "id");
        using var patience = new CancellationTokenSource(Soon);
        while (true)
        {
            using var marked = await _host.PutAsJsonAsync(new Uri(there.Address!, $"api/observations/{id}/label"), new { label = digit }, patience.Token);
            if (marked.StatusCode == HttpStatusCode.NoContent)
                return;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>The network's run, once it has ended.</summary>
    private async Task<JsonElement> EndedAsync(GameProcess game)
    {
        while (true)
        {
            if ((await RunsAsync(game)).SingleOrDefault(IsOfNetwork) is { ValueKind: JsonValueKind.Object } run && Text(run, "state") is not ("queued" or "running"))
                return run;
            await Task.Delay(50);
        }
    }

    /// <summary>The time from which on a game says that this version of the network is in service, and answers with it.</summary>
    private async Task<DateTimeOffset> ServesAsync(GameProcess game, string version, CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await _host.PostAsJsonAsync(new Uri(game.Address!, $"api/algorithms/{Network}/predictions"), new { strokes = Digits.Seven.ToStrokes() }, cancellation);
            if (Text(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation), "version") == version)
            {
                // A registry that is being written to may ask for patience.
                using var active = await _host.GetAsync(new Uri(game.Address!, $"api/algorithms/{Network}/active"), cancellation);
                if (active.IsSuccessStatusCode && Text(await active.Content.ReadFromJsonAsync<JsonElement>(cancellation), "version") == version)
                    return DateTimeOffset.UtcNow;
            }

            await Task.Delay(50, cancellation);
        }
    }

    private Task<List<JsonElement>> RunsAsync(GameProcess game) => GetAsync(game, "api/training-runs");

    private async Task<List<JsonElement>> GetAsync(GameProcess game, string path) =>
        [.. (await _host.GetFromJsonAsync<JsonElement>(new Uri(game.Address!, path))).EnumerateArray()];

    private static bool Trained(GameProcess game) => game.Output.Contains($"{Network} is trained: ", StringComparison.Ordinal);

    private static bool IsOfNetwork(JsonElement run) => Text(run, "algorithm") == Network;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
