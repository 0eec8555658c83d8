using System.CommandLine;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary><c>party</c>: many people play on pages at a game with default limits.</summary>
internal static class PartyCommand
{
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long they play.", DefaultValueFactory = _ => 10 };
        var players = new Option<int>("--players") { Description = "How many play.", DefaultValueFactory = _ => 40 };
        var calm = new Option<bool>("--calm")
        {
            Description = "They take their time: a stroke every two seconds, a guess every twelve. Without it, as fast as people can.",
        };
        var noTraining = new Option<bool>("--no-training") { Description = "The game doesn't train on their marks meanwhile." };
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "A file of recorded ink that they draw, as fetch-ink gets one. Without it, they draw made-up digits.",
        };
        var command = new Command("party", "Measure a game at which many play on pages. Only on Linux.")
        {
            minutes, players, calm, noTraining, ink,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var drawings = await DrawnInk.ReadAsync(parsed.GetValue(ink), cancellation);
            var pace = parsed.GetValue(calm) ? Pace.Calm : Pace.Fast;
            var time = TimeSpan.FromMinutes(parsed.GetValue(minutes));
            var party = new Party(drawings, pace, time, !parsed.GetValue(noTraining));
            await party.RunAsync(parsed.GetValue(players), cancellation);
        });
        return command;
    }
}
