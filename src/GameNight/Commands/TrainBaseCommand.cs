using System.CommandLine;
using System.Globalization;
using GameNight.Datasets;
using GameNight.Hosting;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Native.XGBoost;
using GameNight.Statistics;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;
using GameNight.Training.Trees;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary><c>train-base</c>: makes the versions that ship of the algorithms that learn, before any label of a player.</summary>
public static class TrainBaseCommand
{
    /// <summary>About what an hour of a general-purpose core costs at the large providers, on demand, in dollars.</summary>
    private const double DollarsPerCoreHour = 0.05;

    public static Command Create()
    {
        var defaults = new BaseTreesOptions();
        var algorithm = new Option<string>("--algorithm")
        {
            Description = $"What is made. {BaseTrees.Algorithm}: boosted trees, trained on MNIST and made-up ink. "
                + $"{RookieNetwork.Algorithm}: the one that knows nothing; takes neither --mnist nor --threads. "
                + $"{AppNetwork.Algorithm}: {AppNetwork.Origin} with a summary of what it saw of MNIST; takes --mnist and --threads. "
                + $"{PersonalNetwork.Algorithm}: the shipped {AppNetwork.Algorithm} under another name; takes neither.",
            DefaultValueFactory = _ => BaseTrees.Algorithm,
        };
        algorithm.AcceptOnlyFromAmong(BaseTrees.Algorithm, AppNetwork.Algorithm, PersonalNetwork.Algorithm, RookieNetwork.Algorithm);
        var mnist = new Option<DirectoryInfo?>("--mnist") { Description = "Folder with MNIST's four original files." };
        var output = new Option<DirectoryInfo?>("--output")
        {
            Description = "A folder of models such as data/models, instead of this copy's own registry.",
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Rounds of boosting; each adds ten trees.",
            DefaultValueFactory = _ => defaults.Trees.Rounds,
        };
        var ink = new Option<int>("--made-up-ink")
        {
            Description = "How many synthetic drawings are trained on beside MNIST.",
            DefaultValueFactory = _ => defaults.SyntheticDrawings,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Decides on whatever is drawn by lot.",
            DefaultValueFactory = _ => defaults.Seed,
        };
        var threads = new Option<int>("--threads") { Description = "How many processors to use; 0 for all." };
        OptionRules.Restrict(rounds, 1, 100_000);
        OptionRules.Restrict(ink, 0, 10_000_000);
        OptionRules.Restrict(threads, 0, 1_024);
        var command = new Command(
            "train-base",
            "Make the first version of an algorithm that learns from answers, measure it where it is new, and publish it. "
            + "Takes settings as serve does.")
        {
            algorithm, mnist, output, rounds, ink, seed, threads,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) =>
        {
            var origins = OpenLibrary(folder: null, parsed.UnmatchedTokens);
            var library = OpenLibrary(parsed.GetValue(output), parsed.UnmatchedTokens);
            return parsed.GetValue(algorithm) switch
            {
                RookieNetwork.Algorithm => MakeRookieAsync(library, cancellation),
                PersonalNetwork.Algorithm => MakePersonalNetworkAsync(origins, library, cancellation),
                AppNetwork.Algorithm => MakeNetworkAsync(FindMnist(), origins, library, parsed.GetValue(threads), cancellation),
                _ => TrainTreesAsync(FindMnist(), library, ReadTreesOptions(parsed), cancellation),
            };

            DirectoryInfo FindMnist() => DatasetFiles.FindMnist(parsed.GetValue(mnist))
                ?? throw new FileNotFoundException("MNIST isn't there: get it with fetch-mnist, or name its folder with --mnist.");
        });
        return command;

        BaseTreesOptions ReadTreesOptions(ParseResult parsed) => defaults with
        {
            SyntheticDrawings = parsed.GetValue(ink),
            Seed = parsed.GetValue(seed),
            Trees = defaults.Trees with
            {
                Rounds = parsed.GetValue(rounds),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            },
        };
    }

    private static async Task<int> MakeNetworkAsync(
        DirectoryInfo mnist, ModelLibrary origins, ModelLibrary library, int threads, CancellationToken cancellation)
    {
        var origin = await origins.ReadShippedAsync(AppNetwork.Origin, cancellation);
        var model = await origins.ReadModelAsync(origin, cancellation);
        var images = await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation);
        var processors = threads == 0 ? Environment.ProcessorCount : threads;
        var package = await Task.Run(() => AppNetwork.Create(origin, model, images, processors, cancellation), cancellation);
        await PublishAsync(package, mnist, library, cancellation);
        return 0;
    }

    private static async Task<int> MakePersonalNetworkAsync(ModelLibrary origins, ModelLibrary library, CancellationToken cancellation)
    {
        var network = await origins.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var package = PersonalNetwork.Of(new ModelPackage(network, await origins.ReadModelAsync(network, cancellation)));
        var published = await library.PublishAsync(package, cancellation);
        Console.WriteLine($"{published.Algorithm} version {published.Version} is published: "
            + $"it begins as {network.Algorithm} version {network.Version}.");
        return 0;
    }

    private static async Task<int> MakeRookieAsync(ModelLibrary library, CancellationToken cancellation)
    {
        var published = await library.PublishAsync(RookieNetwork.Create(), cancellation);
        Console.WriteLine($"{published.Algorithm} version {published.Version} is published: it knows nothing.");
        return 0;
    }

    private static async Task<int> TrainTreesAsync(
        DirectoryInfo mnist, ModelLibrary library, BaseTreesOptions options, CancellationToken cancellation)
    {
        var drawings = options.SyntheticDrawings;
        Console.WriteLine($"XGBoost {XgbLibrary.Version} learns from {mnist.FullName} and {drawings:N0} made-up drawings.");
        var (started, processorBefore) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var images = await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation);
        var trees = await Task.Run(
            () => ShowProgress(options.Trees.Rounds, progress => BaseTrees.Train(images, options, progress, cancellation)), cancellation);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        var dollars = processor / 3600 * DollarsPerCoreHour;

        await PublishAsync(BaseTrees.Package(trees, options), mnist, library, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Trained in {seconds:F0} s, with {processor:F0} s of processor time: {dollars:F5} $ at {DollarsPerCoreHour:F2} $ an hour "
            + $"and core; temperature {trees.Temperature:F3}."));
        return 0;
    }

    /// <summary>Measures a version on MNIST's test set and, where it is there, on recorded ink, and publishes it.</summary>
    private static async Task PublishAsync(ModelPackage package, DirectoryInfo mnist, ModelLibrary library, CancellationToken cancellation)
    {
        var test = await MnistDataset.ReadTestSetAsync(mnist.FullName, cancellation);
        var metrics = new List<ModelMetric> { ModelMeasurement.Of("mnist-test", package, test) };
        if (DatasetFiles.FindInk(null) is { } file)
        {
            var ink = await InkDataset.ReadNormalisedAsync(file.FullName, cancellation);
            metrics.Add(ModelMeasurement.Of("development-ink", package, ink));
        }

        var published = await library.PublishAsync(package with { Manifest = package.Manifest with { Metrics = metrics } }, cancellation);
        foreach (var metric in metrics)
            Console.WriteLine(Describe(metric));
        Console.WriteLine($"{published.Algorithm} version {published.Version} is published, but not in service: that is for the host. "
            + $"model.onnx has {package.Model.Length / 1024:N0} kB.");
    }

    /// <summary>Shows a bar on a terminal, and lines where the output goes into a file or a pipe.</summary>
    private static TrainedTrees ShowProgress(int rounds, Func<Action<BaseTreesProgress>, TrainedTrees> train)
    {
        static string DescribeRound(BaseTreesProgress progress) => string.Create(CultureInfo.InvariantCulture,
            $"round {progress.Round}: {progress.MnistAccuracy:P2} of MNIST's held-out images, "
            + $"{progress.SyntheticAccuracy:P2} of made-up ink");
        if (!Terminal.CanShowBars)
            return train(progress => Console.WriteLine(DescribeRound(progress)));
        return AnsiConsole.Progress().Start(bars =>
        {
            var bar = bars.AddTask("preparing", maxValue: rounds);
            return train(progress => (bar.Value, bar.Description) = (progress.Round, DescribeRound(progress)));
        });
    }

    private static string Describe(ModelMetric metric)
    {
        var score = new Proportion(metric.N, (int)Math.Round(metric.Accuracy * metric.N));
        return string.Create(CultureInfo.InvariantCulture, $"{metric.Dataset}: {score.Describe()}, calibration error {metric.Ece:P2}");
    }

    private static ModelLibrary OpenLibrary(DirectoryInfo? folder, IReadOnlyList<string> settings)
    {
        var options = GameOptions.ReadFor(settings);
        return folder is null
            ? ModelsFeature.OpenLibrary(options.Registry, TimeProvider.System)
            : new ModelLibrary(new ModelFolder(folder.FullName), new FolderModelRegistry(folder.FullName), TimeProvider.System);
    }
}
