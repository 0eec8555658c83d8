using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using Xunit.Abstractions;

namespace GameNight.BrowserTests.Journeys;

/// <summary>Versions go and come under load, in a game of its own whose memory is watched.</summary>
public sealed class SwapTests(ITestOutputHelper output)
{
    private const int Callers = 50;
    private const int Activations = 1000;

    /// <summary>So many more go before: what a game takes to get into its stride is no matter of the swaps after them.</summary>
    private const int WarmUp = 100;

    private const int Versions = 7;
    private const string Token = "a-token-for-swaps";

    private readonly ConcurrentBag<string> _wrong = [];

    /// <summary>The version that each activation asks for, how many have been asked for, and how many of them answered.</summary>
    private readonly int[] _wanted = [1, .. Enumerable.Range(1, WarmUp + Activations).Select(number => 1 + (number * 3 % Versions))];
    private int _started;
    private int _acknowledged;
    private int _answered;

    [Fact]
    public async Task Activate_AThousandTimesUnderFiftyCallers_NobodyIsDisturbedAndTheNewVersionAnswers()
    {
        await using var game = new GameProcess();
        await LayDownVersionsAsync(game);
        game.Settings.Add($"--GameNight:Host:Token={Token}");
        await game.StartAsync();
        using var done = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(_ => CallAsync(game, done.Token)).ToList();
        using var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        while (Volatile.Read(ref _answered) < 100 * Callers)
            await Task.Delay(20);
        var resident = new List<long>();
        for (var number = 1; number <= WarmUp + Activations; number++)
        {
            Volatile.Write(ref _started, number);
            using var activated = await host.PostAsync($"api/algorithms/mnist-cnn/versions/{_wanted[number]}/activate", content: null);
            Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
            Volatile.Write(ref _acknowledged, number);
            if (number > WarmUp && number % 10 == 0)
                resident.Add(game.Resident);
            if (number > WarmUp && number % 100 == 0)
                output.WriteLine($"{number - WarmUp} activations: {resident[^1] >> 20} MB");
        }

        // Medians of ten moments: what is in flight at a single one comes and goes by more than a leak would be.
        var (early, late) = (Median(resident[9..19]), Median(resident[^10..]));
        await done.CancelAsync();
        var answers = (await Task.WhenAll(callers)).Sum();

        Assert.Empty(_wrong);
        Assert.True(answers > Activations, $"Only {answers} answers in between show little.");
        Assert.True(late < early * 1.05, $"The game held {early >> 20} MB from swap 100 on and {late >> 20} MB up to swap {Activations}.");
        Assert.Equal(WarmUp + Activations, (await host.GetFromJsonAsync<JsonElement>("api/algorithms/mnist-cnn/activations")).GetArrayLength());
    }

    /// <summary>The CNN that ships, and the same network as versions 2 to 7.</summary>
    private static async Task LayDownVersionsAsync(GameProcess game)
    {
        var shipped = Path.Combine(GameBuild.Models, "mnist-cnn", "1");
        var manifest = await File.ReadAllTextAsync(Path.Combine(shipped, "manifest.json"));
        for (var version = 2; version <= Versions; version++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(game.DataFolder, "models", "mnist-cnn", $"{version}")).FullName;
            File.Copy(Path.Combine(shipped, "model.onnx"), Path.Combine(folder, "model.onnx"));
            await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), manifest.Replace("\"version\": \"1\"", $"\"version\": \"{version}\"", StringComparison.Ordinal));
        }
    }

    private async Task<int> CallAsync(GameProcess game, CancellationToken done)
    {
        using var player = new GameClient(game.Address!);
        var answers = 0;
        for (; !done.IsCancellationRequested; answers++, Interlocked.Increment(ref _answered))
        {
            var oldest = Volatile.Read(ref _acknowledged);
            using var response = await player.PredictAsync(Digits.Seven);
            var newest = Volatile.Read(ref _started);
            var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (response.StatusCode != HttpStatusCode.OK)
                _wrong.Add(body);
            else if (!IsRight(JsonDocument.Parse(body).RootElement, _wanted.AsSpan(oldest, newest - oldest + 1)))
                _wrong.Add($"Between activations {oldest} and {newest}: {body}");
        }

        return answers;
    }

    private static long Median(List<long> values) => values.Order().ElementAt(values.Count / 2);

    private static bool IsRight(JsonElement guess, ReadOnlySpan<int> versions) =>
        versions.Contains(int.Parse(guess.GetProperty("version").GetString()!, CultureInfo.InvariantCulture)) && guess.GetProperty("digit").GetInt32() == 7;
}
