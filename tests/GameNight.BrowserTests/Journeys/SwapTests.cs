using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using Xunit.Abstractions;

namespace GameNight.BrowserTests.Journeys;

/// <summary>Tests activations under load, and measures the memory of the game.</summary>
[Collection(AloneGroup.Name)]
public sealed class SwapTests(ITestOutputHelper output)
{
    private const int Callers = 50;
    private const int Activations = 1000;

    /// <summary>The number of activations before memory is measured, while a game still grows for other reasons.</summary>
    private const int WarmUp = 100;

    private const int Versions = 7;
    private const string Token = "a-token-for-swaps";

    private readonly ConcurrentBag<string> _failures = [];

    // The version of each activation; the one with the number 0 is in service at the start.
    private readonly int[] _versions = [1, .. Enumerable.Range(1, WarmUp + Activations).Select(number => 1 + (number * 3 % Versions))];

    // The numbers of the last activation that was requested, and of the last that was answered.
    private int _requested;
    private int _acknowledged;

    private int _predictions;

    [Fact]
    public async Task Activate_AThousandTimesUnderFiftyCallers_FailsNoCallAndTheNewVersionAnswers()
    {
        await using var game = new GameProcess();
        await AddVersionsAsync(game);
        game.Settings.Add($"--GameNight:Host:Token={Token}");
        // Fifty programs that call as fast as they can are more than a party.
        game.Settings.Add("--GameNight:Limits:DrawingsPerMinute=10000000");
        await game.StartAsync();
        using var done = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(_ => CallAsync(game, done.Token)).ToList();
        using var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await Eventually.TrueAsync(() => Volatile.Read(ref _predictions) >= 100 * Callers);
        var resident = new List<long>();
        for (var number = 1; number <= WarmUp + Activations; number++)
        {
            Volatile.Write(ref _requested, number);
            using var activated = await host.PostAsync($"api/algorithms/mnist-cnn/versions/{_versions[number]}/activate", content: null);
            Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
            Volatile.Write(ref _acknowledged, number);
            if (number > WarmUp && number % 10 == 0)
                resident.Add(game.Resident);
            if (number > WarmUp && number % 100 == 0)
                output.WriteLine($"{number - WarmUp} activations: {resident[^1] >> 20} MB");
        }

        // Medians of ten values, because a single one varies by more than a leak would be.
        var (early, late) = (Median(resident[9..19]), Median(resident[^10..]));
        await done.CancelAsync();
        var answers = (await Task.WhenAll(callers)).Sum();

        Assert.Empty(_failures);
        Assert.True(answers > Activations, $"There were only {answers} predictions, which is too few for {Activations} activations.");
        Assert.True(
            late < early * 1.05,
            $"The game had {early >> 20} MB after 100 activations and {late >> 20} MB after {Activations}.");
        var log = await host.GetFromJsonAsync<JsonElement>("api/algorithms/mnist-cnn/activations");
        Assert.Equal(WarmUp + Activations, log.GetArrayLength());
    }

    /// <summary>Adds the CNN that ships to the registry as versions 2 to 7.</summary>
    private static async Task AddVersionsAsync(GameProcess game)
    {
        var shipped = Path.Combine(GameBuild.Models, "mnist-cnn", "1");
        var manifest = await File.ReadAllTextAsync(Path.Combine(shipped, "manifest.json"));
        for (var version = 2; version <= Versions; version++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(game.DataFolder, "models", "mnist-cnn", $"{version}")).FullName;
            File.Copy(Path.Combine(shipped, "model.onnx"), Path.Combine(folder, "model.onnx"));
            var changed = manifest.Replace("\"version\": \"1\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), changed);
        }
    }

    private async Task<int> CallAsync(GameProcess game, CancellationToken done)
    {
        using var player = new GameClient(game.Address!);
        var answers = 0;
        for (; !done.IsCancellationRequested; answers++, Interlocked.Increment(ref _predictions))
        {
            var oldest = Volatile.Read(ref _acknowledged);
            using var response = await player.PredictAsync(Digits.Seven);
            var newest = Volatile.Read(ref _requested);
            var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (response.StatusCode != HttpStatusCode.OK)
                _failures.Add(body);
            else if (!IsRight(JsonDocument.Parse(body).RootElement, _versions.AsSpan(oldest, newest - oldest + 1)))
                _failures.Add($"Between activations {oldest} and {newest}: {body}");
        }

        return answers;
    }

    private static long Median(List<long> values) => values.Order().ElementAt(values.Count / 2);

    private static bool IsRight(JsonElement guess, ReadOnlySpan<int> versions) =>
        versions.Contains(int.Parse(guess.GetProperty("version").GetString()!, CultureInfo.InvariantCulture))
        && guess.GetProperty("digit").GetInt32() == 7;
}
