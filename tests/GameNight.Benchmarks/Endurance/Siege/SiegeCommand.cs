using System.CommandLine;
using System.Diagnostics;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>
/// <c>siege</c>: attacks a game with default limits from one address, and measures how long a player at another one waits meanwhile.
/// The attacker's own work is done on the same processors.
/// </summary>
internal static class SiegeCommand
{
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "The time of each attack.", DefaultValueFactory = _ => 20 };
        var plays = new Option<int>("--plays")
        {
            Description = "How many made-up plays there are already.",
            DefaultValueFactory = _ => 100_000,
        };
        var command = new Command("siege", "Measure a player's guesses while somebody attacks the game. Only on Linux.") { seconds, plays };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
            try
            {
                if (parsed.GetValue(plays) is > 0 and var count)
                    await FillAsync(folder, count, cancellation);
                await RunAsync(folder, TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
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
        foreach (var (name, attackAsync) in Attacks.All)
            await siege.AttackAsync(name, attackAsync, time, cancellation);

        siege.Print();
        Console.WriteLine($"Lost: {await player.FindLostAsync(cancellation)}.");
        foreach (var failure in game.Failures.Take(5))
            Console.WriteLine(failure);
    }
}
