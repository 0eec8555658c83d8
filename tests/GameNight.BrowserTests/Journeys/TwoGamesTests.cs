using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using Xunit.Abstractions;

namespace GameNight.BrowserTests.Journeys;

/// <summary>Tests two games with a common database and bucket, as on two machines.</summary>
public sealed class TwoGamesTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Token = "a-token-for-tests";
    private const string Network = "app-network";
    private const int Threshold = 120;

    /// <summary>Far longer than a busy machine needs, so that only a game that never hears of it fails; it asks each second.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    private readonly DatabaseProcess _database = new();
    private readonly BucketProcess _bucket = new();
    private readonly GameProcess[] _games = [new(), new()];
    private readonly HttpClient _host = new()
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
    };

    /// <summary>The file of the trusted ink.</summary>
    private string? _trusted;

    public Task InitializeAsync() => Task.WhenAll(_database.StartAsync(), _bucket.StartAsync());

    public async Task DisposeAsync()
    {
        foreach (var game in _games)
            await game.DisposeAsync();
        await _bucket.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose()
    {
        _host.Dispose();
        if (_trusted is not null)
            File.Delete(_trusted);
    }

    [Fact]
    public async Task Labels_OnBothUpToTheThreshold_AreLearnedOnceAndServedByBoth()
    {
        await StartAsync();
        await MirroredHandwriting.PlayAsync([.. _games.Select(game => game.Address!)], Token, Threshold - 1);
        Assert.Empty(await RunsAsync(_games[0]));
        using var done = new CancellationTokenSource();
        var serving = _games.Select(game => ServesAsync(game, "3", done.Token)).ToList();
        await LabelElsewhereAsync(9, _games[0], _games[1]);

        var run = await EndedAsync(_games[0]);
        Assert.True(Text(run, "state") == "activated", Text(run, "words"));
        done.CancelAfter(Soon);
        var activations = await GetAsync(_games[0], $"api/algorithms/{Network}/activations");
        var activated = activations.Single().GetProperty("at").GetDateTimeOffset();
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
    public async Task Trainer_KilledDuringTraining_IsReplacedByTheOtherAndLeavesNoPartOfAVersion()
    {
        // Long enough for a busy machine to ask the other game before it runs out, and to renew its own in time.
        await StartAsync("--GameNight:Training:LeaseSeconds=20");
        await MirroredHandwriting.PlayAsync([.. _games.Select(game => game.Address!)], Token, Threshold);
        await Eventually.TrueAsync(() => _games.Any(Trained));
        var (killed, other) = Trained(_games[0]) ? (_games[0], _games[1]) : (_games[1], _games[0]);
        await killed.KillAsync();
        var clock = Stopwatch.StartNew();
        Assert.Equal("running", Text((await RunsAsync(other)).Single(IsOfNetwork), "state"));
        Assert.False(Trained(other));

        await Eventually.TrueAsync(() => Trained(other));
        output.WriteLine($"The other game started the run after {clock.Elapsed.TotalSeconds:F2} s.");
        var run = await EndedAsync(other);
        output.WriteLine($"Its run had ended after {clock.Elapsed.TotalSeconds:F2} s.");
        Assert.True(Text(run, "state") == "activated", Text(run, "words"));
        using var done = new CancellationTokenSource(Soon);
        await ServesAsync(other, Text(run, "version"), done.Token);

        var versions = await GetAsync(other, $"api/algorithms/{Network}/versions");
        Assert.Equal(["3", "2", "1"], versions.Select(version => Text(version, "version")));
        foreach (var version in versions)
        {
            var path = $"api/algorithms/{Network}/versions/{Text(version, "version")}/activate";
            using var activated = await _host.PostAsync(new Uri(other.Address!, path), content: null);
            Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        }
    }

    private async Task StartAsync(params string[] settings)
    {
        _trusted = await MirroredHandwriting.WriteTrustedInkAsync();
        foreach (var game in _games)
        {
            game.Use(_database);
            game.Settings.AddRange(
            [
                "--GameNight:Registry:Provider=S3", $"--GameNight:Registry:S3:ServiceUrl={_bucket.Address}",
                "--GameNight:Registry:S3:Bucket=models", "--GameNight:Registry:PollSeconds=1",
                $"--GameNight:Training:NewMarks={Threshold}", "--GameNight:Training:Daily=never", "--GameNight:Training:PollSeconds=1",
                $"--GameNight:Training:TrustedInk={_trusted}", $"--GameNight:Host:Token={Token}", .. settings,
            ]);
            game.Environment["AWS_ACCESS_KEY_ID"] = BucketProcess.Credential;
            game.Environment["AWS_SECRET_ACCESS_KEY"] = BucketProcess.Credential;
        }

        await Task.WhenAll(_games.Select(game => game.StartAsync()));
    }

    /// <summary>Plays in one game, and labels the drawing in the other as soon as it is stored.</summary>
    private async Task LabelElsewhereAsync(int digit, GameProcess here, GameProcess there)
    {
        var strokes = MirroredHandwriting.Write(digit, new Random(9999)).ToStrokes();
        var play = new { algorithm = Network, player = "a guest", strokes };
        using var observed = await _host.PostAsJsonAsync(new Uri(here.Address!, "api/observations"), play);
        var id = Text(await observed.Content.ReadFromJsonAsync<JsonElement>(), "id");
        var label = new Uri(there.Address!, $"api/observations/{id}/label");
        await Eventually.TrueAsync(IsLabelledAsync, "the drawing is stored, so that it can be labelled");

        async Task<bool> IsLabelledAsync()
        {
            using var labelled = await _host.PutAsJsonAsync(label, new { label = digit });
            return labelled.StatusCode == HttpStatusCode.NoContent;
        }
    }

    /// <summary>Waits until the run of the network has ended, and returns it.</summary>
    private async Task<JsonElement> EndedAsync(GameProcess game)
    {
        var run = default(JsonElement);
        await Eventually.TrueAsync(HasEndedAsync, "the run of the network has ended");
        return run;

        async Task<bool> HasEndedAsync()
        {
            run = (await RunsAsync(game)).SingleOrDefault(IsOfNetwork);
            return run.ValueKind == JsonValueKind.Object && Text(run, "state") is not ("queued" or "running");
        }
    }

    /// <summary>Waits until a game answers with a version of the network and reports it as active, and returns that time.</summary>
    private async Task<DateTimeOffset> ServesAsync(GameProcess game, string version, CancellationToken cancellation)
    {
        var predictions = new Uri(game.Address!, $"api/algorithms/{Network}/predictions");
        var activeVersion = new Uri(game.Address!, $"api/algorithms/{Network}/active");
        async Task<bool> IsOfVersionAsync(HttpResponseMessage response) =>
            Text(await response.Content.ReadFromJsonAsync<JsonElement>(cancellation), "version") == version;
        while (true)
        {
            using var prediction = await _host.PostAsJsonAsync(predictions, new { strokes = Digits.Seven.ToStrokes() }, cancellation);
            if (await IsOfVersionAsync(prediction))
            {
                // While the registry is written to, the response may be an error.
                using var active = await _host.GetAsync(activeVersion, cancellation);
                if (active.IsSuccessStatusCode && await IsOfVersionAsync(active))
                    return DateTimeOffset.UtcNow;
            }

            await Task.Delay(50, cancellation);
        }
    }

    private Task<List<JsonElement>> RunsAsync(GameProcess game) => GetAsync(game, "api/training-runs");

    private async Task<List<JsonElement>> GetAsync(GameProcess game, string path)
    {
        using var answer = await _host.GetAsync(new Uri(game.Address!, path));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {body}\n{game.Output}");
        return [.. JsonSerializer.Deserialize<JsonElement>(body).EnumerateArray()];
    }

    private static bool Trained(GameProcess game) => game.Output.Contains($"Training of {Network} begins: ", StringComparison.Ordinal);

    private static bool IsOfNetwork(JsonElement run) => Text(run, "algorithm") == Network;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
