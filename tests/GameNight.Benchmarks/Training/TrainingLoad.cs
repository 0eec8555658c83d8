using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Recognition;
using GameNight.Drawing.Strokes;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Training;

/// <summary>Measures a running game as its host and as a player who has drawings guessed at a steady rate.</summary>
/// <param name="address">The game.</param>
/// <param name="token">The host's token.</param>
/// <param name="rate">The number of guesses a second.</param>
internal sealed class TrainingLoad(Uri address, string token, int rate) : IDisposable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>A little more than the time until the game deploys an activated version.</summary>
    private static readonly TimeSpan DeploymentTime = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan LabelTimeout = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly HttpClient _player = new() { BaseAddress = address };
    private readonly HttpClient _host = new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Measures guesses without training.</summary>
    public async Task MeasureGuessesAsync(TimeSpan time, CancellationToken cancellation)
    {
        await GuessUntilAsync(Task.Delay(WarmUp, cancellation), cancellation);
        var guesses = await GuessUntilAsync(Task.Delay(time, cancellation), cancellation);
        Console.WriteLine($"without training: {Describe(guesses.Select(guess => guess.Duration))}");
    }

    /// <summary>
    /// Measures guesses during a training run, and the time from the request for the run to the first guess of the new version.
    /// </summary>
    public async Task MeasureTrainingAsync(string algorithm, CancellationToken cancellation)
    {
        var requested = _clock.Elapsed;
        using var queued = await _host.PostAsJsonAsync("api/training-runs", new { algorithm }, cancellation);
        queued.EnsureSuccessStatusCode();
        var run = await queued.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var ended = EndedAsync(run.GetProperty("id").GetString()!, cancellation);
        var guesses = await GuessUntilAsync(ended, cancellation);
        guesses.AddRange(await GuessUntilAsync(Task.Delay(DeploymentTime, cancellation), cancellation));

        (run, var end) = await ended;
        Console.WriteLine($"{algorithm} learns: {Describe(guesses.Where(guess => guess.Start < end).Select(guess => guess.Duration))}");
        Console.WriteLine($"  ended after {(end - requested).TotalSeconds:N1} s: {run.GetProperty("words").GetString()}");
        var version = run.GetProperty("version").GetString();
        bool IsByNewVersion(TimedGuess guess) => FindGuess(guess.Answer, algorithm).GetProperty("version").GetString() == version;
        if (guesses.Where(IsByNewVersion).OrderBy(guess => guess.Start).FirstOrDefault() is { } first)
            Console.WriteLine($"  version {version} guessed after {(first.Start + first.Duration - requested).TotalSeconds:N1} s");
    }

    /// <summary>Measures the time from a label until the player's own contestant guesses the drawing with other probabilities.</summary>
    public async Task MeasureLabelsAsync(int labels, CancellationToken cancellation)
    {
        using var player = new HttpClient { BaseAddress = address };
        var (durations, random) = (new List<TimeSpan>(), new Random(1));
        for (var i = 0; i < labels; i++)
        {
            var drawing = Mirror(StrokeSkeletons.Draw(i % 10, random));
            var before = await ObserveAsync(player, drawing, cancellation);
            var start = _clock.Elapsed;
            var path = $"api/observations/{before.GetProperty("id").GetString()}/label";
            using var labelled = await player.PutAsJsonAsync(path, new { label = i % 10 }, cancellation);
            labelled.EnsureSuccessStatusCode();
            // Labels are learned in the background. As long as the layer is not trusted, they change no guess.
            JsonElement after;
            do
                after = await ObserveAsync(player, drawing, cancellation);
            while (Probabilities(before).SequenceEqual(Probabilities(after)) && _clock.Elapsed - start < LabelTimeout);
            if (!Probabilities(before).SequenceEqual(Probabilities(after)))
                durations.Add(_clock.Elapsed - start);
        }

        Console.WriteLine($"from a label to another guess of the player's own contestant: {Describe(durations)}");
        Console.WriteLine(
            $"  {durations.Count:N0} of {labels:N0} labels changed the guess within {LabelTimeout.TotalMilliseconds:N0} ms");

        static IEnumerable<float> Probabilities(JsonElement answer) =>
            FindGuess(answer, PersonalNetwork.Algorithm).GetProperty("probabilities").EnumerateArray().Select(number => number.GetSingle());
    }

    public void Dispose()
    {
        _player.Dispose();
        _host.Dispose();
    }

    /// <summary>Mirrored ink, which the network misreads, so that the personal layer has something to learn and becomes trusted.</summary>
    private static Ink Mirror(Ink ink) => Ink.FromStrokes(
        [.. ink.ToStrokes().Select(stroke => stroke.Select(point => (double[])[-point[0], .. point[1..]]).ToArray())]);

    /// <summary>Requests guesses at a steady rate, without waiting for responses, so that a stalled game gets no fewer requests.</summary>
    private async Task<List<TimedGuess>> GuessUntilAsync(Task end, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        var guesses = new List<Task<TimedGuess>>();
        while (!end.IsCompleted && await timer.WaitForNextTickAsync(cancellation))
            guesses.Add(GuessAsync());
        await end;
        return [.. await Task.WhenAll(guesses)];

        async Task<TimedGuess> GuessAsync()
        {
            var start = _clock.Elapsed;
            var answer = await ObserveAsync(_player, SampleInk.Three(), cancellation);
            return new TimedGuess(start, _clock.Elapsed - start, answer);
        }
    }

    private async Task<(JsonElement Run, TimeSpan At)> EndedAsync(string id, CancellationToken cancellation)
    {
        while (true)
        {
            var run = await _host.GetFromJsonAsync<JsonElement>($"api/training-runs/{id}", cancellation);
            if (run.GetProperty("state").GetString() is not ("queued" or "running"))
                return (run, _clock.Elapsed);
            await Task.Delay(200, cancellation);
        }
    }

    private static async Task<JsonElement> ObserveAsync(HttpClient player, Ink drawing, CancellationToken cancellation)
    {
        var request = new { algorithm = PersonalNetwork.Algorithm, strokes = drawing };
        using var response = await player.PostAsJsonAsync("api/observations", request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    private static JsonElement FindGuess(JsonElement answer, string algorithm) =>
        answer.GetProperty("guesses").EnumerateArray().First(guess => guess.GetProperty("algorithm").GetString() == algorithm);

    private static string Describe(IEnumerable<TimeSpan> durations)
    {
        List<TimeSpan> sorted = [.. durations.Order()];
        return $"{At(0.5):N1} ms (median), {At(0.95):N1} ms (p95), {At(0.99):N1} ms (p99), {At(1):N0} ms (longest), n = {sorted.Count:N0}";

        double At(double share) => sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds;
    }

    private sealed record TimedGuess(TimeSpan Start, TimeSpan Duration, JsonElement Answer);
}
