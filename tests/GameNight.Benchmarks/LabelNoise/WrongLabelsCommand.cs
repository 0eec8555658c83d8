using System.CommandLine;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>
/// <c>wrong-labels</c>: measures the effect of wrong labels on training, with recorded drawings. The drawings of writers who do not
/// play are the test set.
/// </summary>
internal static class WrongLabelsCommand
{
    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded pen drawings with their writers, one JSON object a line, plain or .gz.",
        };
        var mnist = new Option<DirectoryInfo?>("--mnist")
        {
            Description = "The folder with MNIST's four original files, whose test set becomes a guard set.",
        };
        var ways = new Option<string[]>("--ways")
        {
            Description = $"The scenarios, of: {string.Join(", ", WrongLabelsScenarios.All.Keys)}.",
            DefaultValueFactory = _ => [.. WrongLabelsScenarios.All.Keys],
            AllowMultipleArgumentsPerToken = true,
        };
        var trees = new Option<bool>("--trees") { Description = "Train the trees instead of the network." };
        var trusted = new Option<int>("--trusted") { Description = "The fifth of the writers who do not play, 0 to 4." };
        var seed = new Option<int>("--seed") { Description = "The seed of all random choices.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "The number of threads.", DefaultValueFactory = _ => 2 };
        var command = new Command("wrong-labels", "Measure the effect of wrong labels, lies and scribbles on training.")
        {
            ink, mnist, ways, trees, trusted, seed, threads,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(parsed.GetValue(ink))
                ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var test = DatasetFiles.FindMnist(parsed.GetValue(mnist));
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var learner = Learner(parsed.GetValue(trees), test, parsed.GetValue(threads));
            var heldOut = recorded.HeldOut(parsed.GetValue(trusted));
            var experiment = new WrongLabelsExperiment(
                GameFolders.Default.Models, heldOut, new GuardSets(test?.FullName), learner, parsed.GetValue(threads));
            var players = recorded.Examples.Except(heldOut).ToList();
            await RunAsync(experiment, heldOut, players, parsed.GetRequiredValue(ways), parsed.GetValue(seed), cancellation);
        });
        return command;
    }

    private static async Task RunAsync(
        WrongLabelsExperiment experiment,
        IReadOnlyList<TrainingExample> trusted,
        IReadOnlyList<TrainingExample> players,
        IEnumerable<string> scenarios,
        int seed,
        CancellationToken cancellation)
    {
        var registry = new FolderModelRegistry(Path.GetTempPath());
        var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
        var shipped = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        using var network = OnnxClassifier.Load(shipped, await library.ReadModelAsync(shipped, cancellation));
        Guess Predict(DigitImage image) => new("", "", network.Predict(image));

        var table = new WrongLabelsTable(trusted, example => Predict(example.Image));
        Console.WriteLine(WrongLabelsTable.Head);
        var descriptions = new List<string>();
        foreach (var scenario in scenarios)
        {
            var rounds = WrongLabelsScenarios.All[scenario](new WrongLabelsScenarios(players, seed, Predict));
            foreach (var result in await experiment.MeasureAsync(scenario, rounds, cancellation))
            {
                Console.WriteLine(table.Line(result));
                descriptions.Add($"{result.Scenario}, round {result.Round}: {result.Words}");
            }
        }

        descriptions.ForEach(Console.WriteLine);
    }

    private static Func<ModelLibrary, ILearner> Learner(bool trees, DirectoryInfo? mnist, int threads)
    {
        var defaults = new AppTreesOptions();
        return library => trees
            ? new AppTreesLearner(library, mnist, defaults with { Trees = defaults.Trees with { Threads = threads } })
            : new AppNetworkLearner(library, new AppNetworkOptions { Threads = threads });
    }
}
