using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Recognition;
using GameNight.Drawing.Strokes;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Training;

/// <summary>A game that runs elsewhere, its host, and a player who lets everybody guess at a steady rate.</summary>
/// <param name="address">The game.</param>
/// <param name="token">The host's.</param>
/// <param name="rate">Guesses a second.</param>
internal sealed class TrainingLoad(Uri address, string token, int rate) : IDisposable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>So long the game may take to hear of a new version, and a little more.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly HttpClient _player = new() { BaseAddress = address };
    private readonly HttpClient _host = new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    /// <summary>Guesses while nobody learns.</summary>
    public async Task MeasureGuessesAsync(TimeSpan time, CancellationToken cancellation)
    {
        await GuessUntilAsync(Task.Delay(WarmUp, cancellation), cancellation);
        var guesses = await GuessUntilAsync(Task.Delay(time, cancellation), cancellation);
        Console.WriteLine($"nobody learns: {Words(guesses.Select(guess => guess.Took))}");
    }

    /// <summary>Guesses while an algorithm learns; how long that takes, from the host's wish to the new version's first guess.</summary>
    public async Task MeasureTrainingAsync(string algorithm, CancellationToken cancellation)
    {
        var asked = _clock.Elapsed;
        using var queued = await _host.PostAsJsonAsync("api/training-runs", new { algorithm }, cancellation);
        queued.EnsureSuccessStatusCode();
        var run = await queued.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var ended = EndedAsync(run.GetProperty("id").GetString()!, cancellation);
        var guesses = await GuessUntilAsync(ended, cancellation);
        guesses.AddRange(await GuessUntilAsync(Task.Delay(Poll, cancellation), cancellation));

        (run, var end) = await ended;
        Console.WriteLine($"{algorithm} learns: {Words(guesses.Where(guess => guess.At < end).Select(guess => guess.Took))}");
        Console.WriteLine($"  ended after {(end - asked).TotalSeconds:N1} s: {run.GetProperty("words").GetString()}");
        var version = run.GetProperty("version").GetString();
        if (guesses.Where(guess => Of(guess.Answer, algorithm).GetProperty("version").GetString() == version).OrderBy(guess => guess.At).FirstOrDefault() is { } first)
            Console.WriteLine($"  version {version} guessed after {(first.At + first.Took - asked).TotalSeconds:N1} s");
    }

    /// <summary>From a mark to the answer that it is kept and learned, and how many of the guesses behind those answers were changed by them.</summary>
    public async Task MeasureMarksAsync(int marks, CancellationToken cancellation)
    {
        using var learner = new HttpClient { BaseAddress = address };
        var (took, random) = (new List<TimeSpan>(), new Random(1));
        for (var i = 0; i < marks; i++)
        {
            var drawing = Mirror(StrokeSkeletons.Draw(i % 10, random));
            var before = await ObserveAsync(learner, drawing, cancellation);
            var start = _clock.Elapsed;
            using var marked = await learner.PutAsJsonAsync($"api/observations/{before.GetProperty("id").GetString()}/label", new { label = i % 10 }, cancellation);
            marked.EnsureSuccessStatusCode();
            // It learns in the background: asked again and again, until it answers otherwise. Until it is trusted, it never does.
            JsonElement after;
            do
                after = await ObserveAsync(learner, drawing, cancellation);
            while (Probabilities(before).SequenceEqual(Probabilities(after)) && _clock.Elapsed - start < Patience);
            if (!Probabilities(before).SequenceEqual(Probabilities(after)))
                took.Add(_clock.Elapsed - start);
        }

        Console.WriteLine($"from a mark to another answer of the player's own: {Words(took)}");
        Console.WriteLine($"  {took.Count:N0} of {marks:N0} marks changed its answer to the same drawing within {Patience.TotalMilliseconds:N0} ms");

        // What the network misreads, so that the player's own layer has something to learn and is trusted with it.
        static Ink Mirror(Ink ink) => Ink.FromStrokes([.. ink.ToStrokes().Select(stroke => stroke.Select(point => (double[])[-point[0], .. point[1..]]).ToArray())]);
        static IEnumerable<float> Probabilities(JsonElement answer) => Of(answer, PersonalNetwork.Algorithm).GetProperty("probabilities").EnumerateArray().Select(number => number.GetSingle());
    }

    public void Dispose()
    {
        _player.Dispose();
        _host.Dispose();
    }

    /// <summary>At a steady rate, whether the guess before has been answered or not: a game that stalls is not asked less often.</summary>
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
            var at = _clock.Elapsed;
            var answer = await ObserveAsync(_player, SampleInk.Three(), cancellation);
            return new TimedGuess(at, _clock.Elapsed - at, answer);
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
        using var observed = await player.PostAsJsonAsync("api/observations", new { algorithm = PersonalNetwork.Algorithm, strokes = drawing }, cancellation);
        observed.EnsureSuccessStatusCode();
        return await observed.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    private static JsonElement Of(JsonElement answer, string algorithm) =>
        answer.GetProperty("guesses").EnumerateArray().First(guess => guess.GetProperty("algorithm").GetString() == algorithm);

    private static string Words(IEnumerable<TimeSpan> times)
    {
        List<TimeSpan> sorted = [.. times.Order()];
        return $"{At(0.5):N1} ms (median), {At(0.95):N1} ms (p95), {At(0.99):N1} ms (p99), {At(1):N0} ms (longest), n = {sorted.Count:N0}";

        double At(double share) => sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds;
    }

    private sealed record TimedGuess(TimeSpan At, TimeSpan Took, JsonElement Answer);
}
