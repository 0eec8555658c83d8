using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>People who play on pages behind one address: each draws, looks, guesses and marks, a drawing about every two seconds.</summary>
/// <param name="drawings">What they draw.</param>
/// <param name="time">How long they play.</param>
internal sealed class Party(DrawnInk drawings, TimeSpan time)
{
    private const double Pace = 2;

    private static readonly IPAddress Address = IPAddress.Parse("127.0.0.4");
    private static readonly TimeSpan Stroke = TimeSpan.FromMilliseconds(350);
    private static readonly TimeSpan Click = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Latencies _live = new();
    private readonly Latencies _answers = new();
    private readonly Latencies _saved = new();
    private int _refused;

    public async Task RunAsync(int players, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            await using var game = await GameProcess.StartAsync(folder, cancellation, "--GameNight:Training:Enabled=true");
            _clock.Restart();
            var lost = await Task.WhenAll(Enumerable.Range(0, players).Select(number =>
                PlayAsync(game.Http.BaseAddress!, new Random(number), cancellation)));
            Console.WriteLine($"{players} players on pages behind one address, {time.TotalMinutes:N1} minutes; the first {WarmUp.TotalSeconds} s aside:");
            Console.WriteLine($"  a live guess after a stroke: {_live.Within(WarmUp)}");
            Console.WriteLine($"  from Guess to the answer: {_answers.Within(WarmUp)}");
            Console.WriteLine($"  from the mark to Saved: {_saved.Within(WarmUp)}");
            Console.WriteLine($"  refused: {_refused}; lost: {lost.Sum()}; memory at most {new ProcessFigures(game.Id).Peak / 1e6:N0} MB");
            foreach (var failure in game.Failures.Take(5))
                Console.WriteLine($"The log: {failure}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>How many drawings were called saved, and are not there.</returns>
    private async Task<int> PlayAsync(Uri game, Random random, CancellationToken cancellation)
    {
        // Not all come through the door at the same moment.
        await Task.Delay(TimeSpan.FromSeconds(Pace * random.NextDouble()), cancellation);
        await using var player = await PagePlayer.OpenAsync(game, Address, cancellation);
        while (_clock.Elapsed < time)
        {
            var start = _clock.Elapsed;
            try
            {
                await DrawAsync(player, random, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                Interlocked.Increment(ref _refused);
                Console.WriteLine($"  at {_clock.Elapsed.TotalSeconds:N1} s: {e.Message}");
            }

            var rest = TimeSpan.FromSeconds(Pace * (0.75 + 0.5 * random.NextDouble())) - (_clock.Elapsed - start);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellation);
        }

        var kept = await player.Browser.GetFromJsonAsync<JsonElement>("/api/players/me", cancellation);
        return Math.Max(0, player.Saved - kept.GetProperty("observations").GetInt32());
    }

    private async Task DrawAsync(PagePlayer player, Random random, CancellationToken cancellation)
    {
        foreach (var drawn in PagePlayer.AsItGrows(drawings.Next(random).Ink))
        {
            await Task.Delay(Stroke, cancellation);
            await TimeAsync(_live, () => player.DrawAsync(drawn));
        }

        await Task.Delay(Click, cancellation);
        await TimeAsync(_answers, player.GuessAsync);
        await Task.Delay(Click, cancellation);
        await TimeAsync(_saved, player.MarkAsync);
    }

    private async Task TimeAsync(Latencies latencies, Func<Task> action)
    {
        var start = _clock.Elapsed;
        await action();
        latencies.Add(start, _clock.Elapsed - start);
    }
}
