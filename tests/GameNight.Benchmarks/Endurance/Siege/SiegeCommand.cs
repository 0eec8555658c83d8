using System.CommandLine;
using GameNight.Benchmarks.Recognition;

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
        var url = new Option<Uri?>("--url") { Hidden = true, CustomParser = LoadCommand.Address, Description = "The attacked game." };
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

            await SiegeRun.RunAsync(parsed.GetValue(plays), time, cancellation);
        });
        return command;
    }
}
