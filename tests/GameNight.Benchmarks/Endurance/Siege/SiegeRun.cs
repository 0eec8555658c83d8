using System.Diagnostics;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>All attacks on a game in a folder of its own.</summary>
internal static class SiegeRun
{
    /// <param name="plays">How many made-up plays there are already.</param>
    /// <param name="time">The time of each attack.</param>
    /// <param name="cancellation">Ends the siege.</param>
    public static async Task RunAsync(int plays, TimeSpan time, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            if (plays > 0)
                await FillAsync(folder, plays, cancellation);
            await RunAsync(folder, time, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string folder, int plays, CancellationToken cancellation)
    {
        string[] verb = ["simulate-crowd", "--plays", $"{plays}", $"--GameNight:DataFolder={folder}"];
        using var crowd = Process.Start(new ProcessStartInfo("dotnet", [GameProcess.Program, .. verb]))!;
        await crowd.WaitForExitAsync(cancellation);
    }

    private static async Task RunAsync(string folder, TimeSpan time, CancellationToken cancellation)
    {
        await using var game = await GameProcess.StartAsync(folder, cancellation);
        await new ScoreboardVisit(game, requests: 1).WaitAsync(cancellation);
        var clock = Stopwatch.StartNew();
        await using var player = await OrdinaryPlayer.StartAsync(game.Http.BaseAddress!, clock, cancellation);
        var siege = new Siege(game, player, clock);
        await siege.RestAsync(time, cancellation);
        for (var number = 0; number < Attacks.All.Count; number++)
            await siege.AttackAsync(number, time, cancellation);

        siege.Print();
        Console.WriteLine($"Lost: {await player.FindLostAsync(cancellation)}.");
        foreach (var failure in game.Failures.Take(5))
            Console.WriteLine($"The log: {failure}");
    }
}
