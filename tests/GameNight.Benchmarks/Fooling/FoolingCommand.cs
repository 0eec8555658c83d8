using System.CommandLine;
using System.Globalization;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Jury;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.Fooling;

/// <summary><c>fooling</c>: how often the contestants that ship are fooled, by clear drawings and by odd ones.</summary>
internal static class FoolingCommand
{
    public static Command Create()
    {
        var command = new Command("fooling", "Count how many machines recorded drawings fool, as they are, turned, crossed and halfway.");
        command.SetAction(async (_, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var examples = (await RecordedWriters.ReadAsync(file, cancellation)).Examples;
            var library = new ModelLibrary(
                new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(Path.GetTempPath()), TimeProvider.System);
            var machines = new List<OnnxClassifier>();
            try
            {
                foreach (var algorithm in (string[])["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-network"])
                {
                    var manifest = await library.ReadShippedAsync(algorithm, cancellation);
                    machines.Add(OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation)));
                }

                Console.WriteLine("| drawings | fool one at least | fool all | machines fooled | points | n |");
                Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
                Report("as they are", machines, examples, ink => ink);
                Report("turned by 30° to the left", machines, examples, ink => OddDrawings.Turned(ink, 30));
                Report("turned by 30° to the right", machines, examples, ink => OddDrawings.Turned(ink, -30));
                Report("crossed through", machines, examples, OddDrawings.Crossed);
                var halfway = Halfway(examples).ToList();
                Report("halfway to another digit", machines, halfway, ink => ink);
            }
            finally
            {
                machines.ForEach(machine => machine.Dispose());
            }
        });
        return command;
    }

    private static void Report(
        string name, List<OnnxClassifier> machines, IReadOnlyList<TrainingExample> examples, Func<Ink, Ink> change)
    {
        var fooled = examples.AsParallel().AsOrdered().Select(example => Guesses(machines, change(example.Ink!))).ToList();
        var wrong = fooled.Zip(examples, (guesses, example) => (double)guesses.Count(guess => guess.Digit != example.Digit)).ToList();
        var points = fooled.Zip(examples, (guesses, example) => FoolPoints.For(example.Digit, guesses)).Average();
        List<string> writers = [.. examples.Select(example => example.Player)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Share(wrong.ConvertAll(count => count > 0 ? 1.0 : 0))} | "
                + $"{Share(wrong.ConvertAll(count => count == machines.Count ? 1.0 : 0))} | "
                + $"{wrong.Average():0.00} of {machines.Count} | {points:0} | {wrong.Count:N0} |"));

        string Share(List<double> values) => ClusteredMean.Of(values, writers) is var mean
            ? string.Create(CultureInfo.InvariantCulture, $"{mean.Mean:P1} ({Math.Max(0, mean.Low ?? 0):P1}–{mean.High:P1})")
            : "";
    }

    private static List<Guess> Guesses(List<OnnxClassifier> machines, Ink ink)
    {
        var image = InkNormaliser.Normalise(ink);
        return machines.ConvertAll(machine => new Guess(machine.Manifest.Algorithm, machine.Manifest.Version, machine.Predict(image)));
    }

    /// <summary>For each drawing another digit of the same writer, drawn by lot among those with as many strokes; half of both.</summary>
    private static IEnumerable<TrainingExample> Halfway(IReadOnlyList<TrainingExample> examples)
    {
        var random = new Random(1);
        var ofWriters = examples.ToLookup(example => example.Player);
        foreach (var example in examples)
        {
            var others = ofWriters[example.Player]
                .Where(other => other.Digit != example.Digit && other.Ink!.Strokes.Count == example.Ink!.Strokes.Count).ToList();
            if (others.Count > 0 && OddDrawings.Halfway(example.Ink!, others[random.Next(others.Count)].Ink!) is { } ink)
                yield return example with { Ink = ink };
        }
    }
}
