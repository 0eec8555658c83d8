using System.CommandLine;

namespace GameNight.Benchmarks.Endurance.Practice;

/// <summary>
/// <c>practice</c>: browsers that have played without the game send what was played, all at the moment when it is back, and each drawing
/// twice, as if the first answer had been lost.
/// </summary>
internal static class PracticeCommand
{
    public static Command Create()
    {
        var players = new Option<int>("--players") { Description = "How many come back.", DefaultValueFactory = _ => 20 };
        var plays = new Option<int>("--plays") { Description = "How many drawings each has.", DefaultValueFactory = _ => 50 };
        var command = new Command("practice", "Measure a game to which browsers send what they played without it. Only on Linux.")
        {
            players, plays,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var comeback = new Comeback(parsed.GetValue(players), parsed.GetValue(plays));
            return await comeback.RunAsync(cancellation) ? 0 : 1;
        });
        return command;
    }
}
