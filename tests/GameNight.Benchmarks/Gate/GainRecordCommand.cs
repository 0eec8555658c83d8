using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.Gate;

/// <summary><c>gain-record</c>: what a learner gains on strangers after an evening, evening by evening: the record behind its
/// prior.</summary>
internal static class GainRecordCommand
{
    public static Command Create()
    {
        var trees = new Option<bool>("--trees") { Description = "The trees instead of the network." };
        var marks = new Option<int[]>("--marks") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [200, 1000, 2000] };
        var evenings = new Option<int>("--evenings") { DefaultValueFactory = _ => 4 };
        var first = new Option<int>("--first") { Description = "The seed of the first evening.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--output") { Description = "Each drawing's answers, a JSON object an evening." };
        var command = new Command("gain-record", "Measure what a learner gains on people whom it does not know, evening by evening.")
        {
            trees, marks, evenings, first, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var registry = new FolderModelRegistry(Path.GetTempPath());
            var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
            var options = new AppTreesOptions();
            ILearner learner = parsed.GetValue(trees)
                ? new AppTreesLearner(library, null, options with { Trees = options.Trees with { Threads = 2 } })
                : new AppNetworkLearner(library, new AppNetworkOptions { Threads = 2 });
            await using var lines = parsed.GetValue(output) is { } path ? new StreamWriter(path.FullName, append: true) : null;
            for (var seed = parsed.GetValue(first); seed < parsed.GetValue(first) + parsed.GetValue(evenings); seed++)
            {
                foreach (var count in parsed.GetRequiredValue(marks))
                {
                    var line = await MeasureAsync(library, learner, recorded, count, seed, cancellation);
                    if (lines is not null)
                    {
                        await lines.WriteLineAsync(line);
                        await lines.FlushAsync(cancellation);
                    }
                }
            }
        });
        return command;
    }

    private static async Task<string> MeasureAsync(
        ModelLibrary library, ILearner learner, RecordedWriters recorded, int marks, int seed, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var players = random.Next(8, 17);
        var writers = recorded.Examples.Select(example => example.Player).Distinct().ToArray();
        random.Shuffle(writers);
        var playing = writers.Take(players).ToHashSet();
        var all = recorded.Examples.Where(example => playing.Contains(example.Player)).ToArray();
        random.Shuffle(all);
        var evening = all.Take(marks).ToList();
        var shipped = await library.ReadShippedAsync(learner.Algorithm, cancellation);
        using var before = OnnxClassifier.Load(shipped, await library.ReadModelAsync(shipped, cancellation));
        var (version, answers) = await learner.LearnAsync(evening, ExampleFolds.ByPlayer(evening, RecordedWriters.Folds,
            RecordedWriters.Key), _ => { }, cancellation);
        using var after = OnnxClassifier.Load(version.Manifest, version.Model);
        var strangers = recorded.Examples.Where(example => !playing.Contains(example.Player)).Select(example => Row(
            example, before.Predict(example.Image), after.Predict(example.Image))).ToList();
        var own = evening.Zip(answers, (example, answer) => Row(example, before.Predict(example.Image), answer)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{learner.Algorithm} {marks} marks, {players} players, seed {seed}: strangers {Gain(strangers):+0.00;-0.00} points of "
                + $"{strangers.Count}, out of fold {Gain(own):+0.00;-0.00}"));
        return JsonSerializer.Serialize(new { learner.Algorithm, marks, players, seed, strangers, own });

        static double Gain(List<double[]> rows) => 100 * rows.Average(row => row[2] - row[1]);
    }

    /// <summary>Writer, right before, right after, log probability of the truth before and after, Brier score before and after.</summary>
    private static double[] Row(TrainingExample example, float[] before, float[] after) =>
    [
        int.Parse(example.Player, CultureInfo.InvariantCulture), Right(before, example.Digit), Right(after, example.Digit),
        Math.Round(Math.Log(Math.Max(1e-6, before[example.Digit])), 5), Math.Round(Math.Log(Math.Max(1e-6, after[example.Digit])), 5),
        Math.Round(Brier(before, example.Digit), 5), Math.Round(Brier(after, example.Digit), 5),
    ];

    private static double Right(float[] answer, int digit) => Array.IndexOf(answer, answer.Max()) == digit ? 1 : 0;

    private static double Brier(float[] answer, int digit) =>
        answer.Select((p, i) => Math.Pow(p - (i == digit ? 1 : 0), 2)).Sum();
}
