using System.CommandLine;
using System.Text.Json;
using GameNight.Configuration;
using GameNight.Datasets;

namespace GameNight.Benchmarks.Training;

/// <summary>
/// <c>learning-curve</c>: measures the accuracy after several numbers of labelled drawings, on recorded drawings of writers of whom
/// none were learned.
/// </summary>
internal static class LearningCurveCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded pen drawings with their writers, one JSON object a line, plain or .gz.",
        };
        var mnist = new Option<DirectoryInfo?>("--mnist")
        {
            Description = "The folder with MNIST's four original files, for its test set.",
        };
        var rehearse = new Option<bool>("--rehearse-mnist")
        {
            Description = "Let the trees rehearse MNIST's training images, as in a game that has downloaded them.",
        };
        var marks = new Option<int[]>("--marks")
        {
            Description = "The numbers of labelled drawings to learn.",
            DefaultValueFactory = _ => [0, 50, 200, 1000, 2000],
            AllowMultipleArgumentsPerToken = true,
        };
        var folds = new Option<int[]>("--folds")
        {
            Description = "The fifths of the writers to evaluate on, 0 to 4; the drawings of the others are learned.",
            DefaultValueFactory = _ => [0, 1, 2, 3, 4],
            AllowMultipleArgumentsPerToken = true,
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "The number of repetitions, each with other drawings.",
            DefaultValueFactory = _ => 2,
        };
        var algorithm = new Option<string?>("--algorithm") { Description = "Only this one learns; all where none is named." };
        var threads = new Option<int>("--threads") { Description = "The number of threads of a training.", DefaultValueFactory = _ => 2 };
        var output = new Option<FileInfo?>("--output") { Description = "A JSON file for all measurements." };
        var command = new Command("learning-curve", "Measure how the trees, the network and the personal layer learn.")
        {
            ink, mnist, rehearse, marks, folds, seeds, algorithm, threads, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(parsed.GetValue(ink))
                ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var folder = DatasetFiles.FindMnist(parsed.GetValue(mnist));
            var test = folder is null ? [] : await MnistDataset.ReadTestSetAsync(folder.FullName, cancellation);
            var curve = new LearningCurve(GameFolders.Default.Models, recorded, test)
            {
                Marks = parsed.GetRequiredValue(marks),
                Folds = parsed.GetRequiredValue(folds),
                Seeds = parsed.GetValue(seeds),
                Threads = parsed.GetValue(threads),
                Algorithm = parsed.GetValue(algorithm),
                Rehearsed = parsed.GetValue(rehearse) ? folder : null,
            };
            var learned = await curve.MeasureAsync(cancellation);
            var personal = await curve.MeasurePersonalAsync(cancellation);
            Console.WriteLine(CurveTable.Of(learned, curve.TestSet));
            if (personal.Count > 0)
                Console.WriteLine(CurveTable.Of(personal));
            if (parsed.GetValue(output) is { } json)
                await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { learned, personal }, Json), cancellation);
        });
        return command;
    }
}
