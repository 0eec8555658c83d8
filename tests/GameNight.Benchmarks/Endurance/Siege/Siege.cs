using System.Diagnostics;
using System.Globalization;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>One attack after the other on a game at which a player plays.</summary>
internal sealed class Siege(GameProcess game, OrdinaryPlayer player, Stopwatch clock)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProcessFigures _figures = new(game.Id);
    private readonly List<string> _rows = [];
    private double _quiet;

    /// <summary>Measures the player's guesses without an attack.</summary>
    public async Task RestAsync(TimeSpan time, CancellationToken cancellation)
    {
        await Task.Delay(WarmUp, cancellation);
        _figures.ForgetPeak();
        var (start, failures) = (clock.Elapsed, player.Failures);
        await Task.Delay(time, cancellation);
        _quiet = player.Guesses.Within(start, clock.Elapsed).P95;
        Add("none", start, clock.Elapsed, failures, "—", "—");
    }

    /// <summary>Measures the player's guesses during an attack, and until they are as before.</summary>
    public async Task AttackAsync(int number, TimeSpan time, CancellationToken cancellation)
    {
        using var attack = await AttackProcess.StartAsync(number, game.Http.BaseAddress!, time, cancellation);
        _figures.ForgetPeak();
        var (start, failures) = (clock.Elapsed, player.Failures);
        await Task.Delay(time, cancellation);
        var end = clock.Elapsed;
        var normal = await RecoverAsync(end, cancellation);
        Add(Attacks.All[number].Name, start, end, failures, normal, await attack.EndAsync(cancellation));
    }

    public void Print()
    {
        Console.WriteLine(
            "| attack | guess: median, ms | p95 | longest | n | on the page: median, ms | p95 | longest | n | memory, MB | "
            + "player refused | normal after, s | attacker's requests |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        _rows.ForEach(Console.WriteLine);
    }

    /// <summary>Waits for two seconds in which guesses take at most twice as long as without an attack.</summary>
    /// <returns>The seconds until these begin.</returns>
    private async Task<string> RecoverAsync(TimeSpan end, CancellationToken cancellation)
    {
        for (var from = end; from < end + Patience; from += Step)
        {
            // A guess counts in the window in which it was asked for, and is known when it is answered.
            while (clock.Elapsed < from + 2 * Window)
                await Task.Delay(Step, cancellation);
            if (player.Guesses.Within(from, from + Window).P95 <= 2 * _quiet)
                return (from - end).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        }

        return $"more than {Patience.TotalSeconds:0}";
    }

    private void Add(string name, TimeSpan start, TimeSpan end, int failures, string normal, string requests)
    {
        var row = $"| {name} | {player.Guesses.Within(start, end).Cells} | {player.Live.Within(start, end).Cells} | "
            + $"{_figures.Peak / 1e6:N0} | {player.Failures - failures} | {normal} | {requests} |";
        Console.WriteLine(row);
        _rows.Add(row);
    }
}
