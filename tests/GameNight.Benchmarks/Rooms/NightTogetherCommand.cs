using System.CommandLine;
using GameNight.Benchmarks.Training;
using GameNight.Datasets;

namespace GameNight.Benchmarks.Rooms;

/// <summary>
/// <c>night-together</c>: an evening in a room, over HTTP, at which people draw to fool the machines; and what the machines that learn make
/// of it, measured on writers who were not there.
/// </summary>
internal static class NightTogetherCommand
{
    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink") { Description = "A file of recorded ink with its writers, as fetch-ink gets one." };
        var players = new Option<int>("--players") { Description = "How many writers play.", DefaultValueFactory = _ => 24 };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds they play.", DefaultValueFactory = _ => 12 };
        var pace = new Option<double>("--pace") { Description = "By which all times are multiplied.", DefaultValueFactory = _ => 0.2 };
        var seed = new Option<int>("--seed") { Description = "Decides who plays.", DefaultValueFactory = _ => 1 };
        var command = new Command("night-together", "Measure what the machines learn at a game night together. Only on Linux.")
        {
            ink, players, rounds, pace, seed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(parsed.GetValue(ink))
                ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var night = new NightTogether(await RecordedWriters.ReadAsync(file, cancellation), parsed.GetValue(seed))
            {
                Players = parsed.GetValue(players),
                Rounds = parsed.GetValue(rounds),
                Pace = parsed.GetValue(pace),
            };
            await night.RunAsync(cancellation);
        });
        return command;
    }
}
