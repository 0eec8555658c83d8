using System.CommandLine;
using GameNight.Benchmarks.Recognition;
using GameNight.Benchmarks.Training;
using GameNight.Datasets;

namespace GameNight.Benchmarks.Rookie;

/// <summary>
/// <c>rookie</c>: measures how well a rookie reads strangers' digits after some drawings, how soon it learns and what memory it needs;
/// and, over HTTP, how soon a label changes its guesses.
/// </summary>
internal static class RookieCommand
{
    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded pen drawings with their writers, one JSON object a line, plain or .gz.",
        };
        var marks = new Option<int[]>("--marks")
        {
            Description = "The numbers of drawings to learn.",
            DefaultValueFactory = _ => [10, 30, 100, 300, 1000],
            AllowMultipleArgumentsPerToken = true,
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "The number of repetitions, each with other drawings.",
            DefaultValueFactory = _ => 2,
        };
        var url = new Option<Uri?>("--url")
        {
            CustomParser = LoadCommand.Address,
            Description = "A running game, to measure over HTTP how soon a label changes the rookie's guesses; nothing else is measured.",
        };
        var command = new Command("rookie", "Measure the contestant that begins with nothing.") { ink, marks, seeds, url };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(url) is { } game)
            {
                using var load = new RookieLoad(game);
                await load.MeasureAsync(labels: 200, cancellation);
                return;
            }

            var file = DatasetFiles.FindInk(parsed.GetValue(ink))
                ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var curve = new RookieCurve(recorded, parsed.GetRequiredValue(marks), parsed.GetValue(seeds));
            curve.Measure();
            curve.Print();
            RookieCurve.PrintMemory();
        });
        return command;
    }
}
