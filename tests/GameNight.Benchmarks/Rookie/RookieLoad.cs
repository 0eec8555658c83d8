using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Drawing.Strokes;
using GameNight.Training.Rookie;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Rookie;

/// <summary>Answers drawings of a running game, and measures how long it takes until the rookie guesses them otherwise.</summary>
internal sealed class RookieLoad(Uri address) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly HttpClient _player = new() { BaseAddress = address };

    public async Task MeasureAsync(int labels, CancellationToken cancellation)
    {
        var durations = new Durations("from a label to another guess of the rookie");
        var (random, unchanged) = (new Random(1), 0);
        for (var i = 0; i < labels; i++)
        {
            var drawing = StrokeSkeletons.Draw(i % 10, random);
            using var observed = await _player.PostAsJsonAsync(
                "api/observations", new { algorithm = RookieNetwork.Algorithm, strokes = drawing }, cancellation);
            observed.EnsureSuccessStatusCode();
            var id = (await observed.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString();
            var before = await GuessAsync(drawing, cancellation);
            var started = Stopwatch.GetTimestamp();
            using var labelled = await _player.PutAsJsonAsync($"api/observations/{id}/label", new { label = i % 10 }, cancellation);
            labelled.EnsureSuccessStatusCode();
            while (Enumerable.SequenceEqual(before, await GuessAsync(drawing, cancellation)) && Stopwatch.GetElapsedTime(started) < Timeout)
                await Task.Delay(2, cancellation);
            if (Stopwatch.GetElapsedTime(started) < Timeout)
                durations.Add(Stopwatch.GetElapsedTime(started));
            else
                unchanged++;
        }

        Console.WriteLine($"{durations}; {unchanged} labels changed nothing within {Timeout.TotalSeconds} s, because they were doubted");
    }

    public void Dispose() => _player.Dispose();

    private async Task<float[]> GuessAsync(Ink drawing, CancellationToken cancellation)
    {
        using var guessed = await _player.PostAsJsonAsync(
            $"api/algorithms/{RookieNetwork.Algorithm}/predictions", new { strokes = drawing }, cancellation);
        guessed.EnsureSuccessStatusCode();
        return (await guessed.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("probabilities").Deserialize<float[]>()!;
    }
}
