using System.CommandLine;
using System.Diagnostics;
using GameNight.Benchmarks.Recognition;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>
/// <c>siege</c>: attacks a game with default limits from one address, and measures how long a player at another one waits meanwhile.
/// The attacker works on the same processors, but gives way to the others.
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
        var attack = new Option<int?>("--attack") { Hidden = true, Description = "Only attacks, in a process that siege starts." };
        var url = new Option<Uri?>("--url") { Hidden = true, CustomParser = LoadCommand.Address, Description = "The game that is attacked." };
        var command = new Command("siege", "Measure a player's guesses while somebody attacks the game. Only on Linux.")
        {
            seconds, plays, attack, url,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var time = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            if (parsed.GetValue(attack) is { } number)
            {
                await AttackProcess.RunAsync(number, parsed.GetRequiredValue(url)!, time, cancellation);
                return;
            }

            var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
            try
            {
                if (parsed.GetValue(plays) is > 0 and var count)
                    await FillAsync(folder, count, cancellation);
                await RunAsync(folder, time, cancellation);
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
        for (var number = 0; number < Attacks.All.Count; number++)
            await siege.AttackAsync(number, time, cancellation);

        siege.Print();
        Console.WriteLine($"Lost: {await player.FindLostAsync(cancellation)}.");
        foreach (var failure in game.Failures.Take(5))
            Console.WriteLine($"The log: {failure}");
    }
}
