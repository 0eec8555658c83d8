using System.CommandLine;
using System.Globalization;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;

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
        var command = new Command("gain-record", "Measure what a learner gains on people whom it does not know, evening by evening.")
        {
            trees, marks, evenings, first,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var registry = new FolderModelRegistry(Path.GetTempPath());
            var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
            var learner = EveningsCommand.Learner(library, parsed.GetValue(trees));
            for (var seed = parsed.GetValue(first); seed < parsed.GetValue(first) + parsed.GetValue(evenings); seed++)
            {
                foreach (var count in parsed.GetRequiredValue(marks))
                    await MeasureAsync(library, learner, recorded, count, seed, cancellation);
            }
        });
        return command;
    }

    private static async Task MeasureAsync(
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
        var strangers = recorded.Examples.Where(example => !playing.Contains(example.Player))
            .Select(example => (example.Digit, before.Predict(example.Image), after.Predict(example.Image))).ToList();
        var own = evening.Zip(answers, (example, answer) => (example.Digit, before.Predict(example.Image), answer)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{learner.Algorithm} {marks} marks, {players} players, seed {seed}: strangers {Gain(strangers, Right):+0.00;-0.00} points of "
                + $"{strangers.Count}, half Brier score {-Gain(strangers, Brier) / 2:+0.00;-0.00}, "
                + $"out of fold {Gain(own, Right):+0.00;-0.00}"));
    }

    /// <summary>By how much a score rises on average, times 100.</summary>
    private static double Gain(List<(int Digit, float[] Before, float[] After)> answers, Func<float[], int, double> score) =>
        100 * answers.Average(answer => score(answer.After, answer.Digit) - score(answer.Before, answer.Digit));

    private static double Right(float[] answer, int digit) => Array.IndexOf(answer, answer.Max()) == digit ? 1 : 0;

    private static double Brier(float[] answer, int digit) =>
        answer.Select((p, i) => Math.Pow(p - (i == digit ? 1 : 0), 2)).Sum();
}
