using System.Numerics.Tensors;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Statistics;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Training.Trees;

/// <summary>
/// Trains <c>app-xgboost</c>: continues the boosting of the trees that ship, on the examples and varied copies of them. Synthetic
/// drawings and, if it is available, MNIST are among the training images, so that nothing is forgotten.
/// </summary>
/// <param name="library">Contains the version that ships.</param>
/// <param name="mnist">The folder of MNIST; null if it is not available.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class AppTreesLearner(ModelLibrary library, DirectoryInfo? mnist = null, AppTreesOptions? options = null) : ILearner
{
    private const int Seed = 1;

    /// <summary>The expected deviation of the temperature's logarithm from 0, as in <see cref="AppNetworkLearner"/>.</summary>
    private const double TemperatureDeviation = 0.2;

    private readonly AppTreesOptions _options = options ?? new AppTreesOptions();

    public string Algorithm => BaseTrees.Algorithm;

    public string? UnavailableReason => XgbLibrary.UnavailableReason;

    /// <inheritdoc/>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        if (examples.Count == 0)
            throw new ArgumentException("There are no examples to learn from.", nameof(examples));
        if (folds.Count != examples.Count)
            throw new ArgumentException($"{examples.Count} examples need as many folds, not {folds.Count}.", nameof(folds));
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var key = new ModelKey(Algorithm, manifest.Version);
        var start = BaseTrees.Decompress(await library.ReadFileAsync(key, BaseTrees.BoosterFile, cancellation));
        var images = mnist is null ? [] : await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation);
        int[] order = [.. Enumerable.Range(0, examples.Count).OrderBy(i => examples[i].Id)];
        var (sorted, sortedFolds) = (Array.ConvertAll(order, i => examples[i]), Array.ConvertAll(order, i => folds[i]));
        var learned = await Task.Run(
            () => Learn(manifest, start, sorted, sortedFolds, images, progress, cancellation), cancellation);
        var answers = new float[examples.Count][];
        for (var i = 0; i < order.Length; i++)
            answers[order[i]] = learned.OutOfFold[i];
        return learned with { OutOfFold = answers };
    }

    private LearnedVersion Learn(
        ModelManifest shipped,
        byte[] start,
        TrainingExample[] examples,
        int[] folds,
        IReadOnlyList<(DigitImage Image, int Label)> mnistImages,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var each = 1 + Math.Clamp(_options.Drawings / examples.Length - 1, 0, _options.Copies);
        var drawings = Generate(examples.Length * each, i => Copy(examples[i / each], i % each), cancellation);
        var rehearsed = Rehearse(mnistImages, cancellation);
        var material = new TreesMaterial(start, _options.Trees, [.. drawings, .. rehearsed]);

        int[] parts = [.. folds.Distinct().Order()];
        var models = parts.Length + 1;
        var margins = new float[examples.Length * BoostedTrees.Classes];
        for (var part = 0; part < parts.Length; part++)
        {
            // What belongs to no example, the rehearsed, is learned from in every fold.
            var fold = parts[part];
            using var others = parts.Length == 1
                ? material.Start()
                : Grow(row => row >= drawings.Length || folds[row / each] != fold, part, "checks itself on those it did not learn from");
            int[] judged = [.. Enumerable.Range(0, examples.Length).Where(i => folds[i] == fold)];
            var answers = material.Margins(others, Array.ConvertAll(judged, i => i * each));
            for (var i = 0; i < judged.Length; i++)
                answers.AsSpan(i * BoostedTrees.Classes, BoostedTrees.Classes).CopyTo(margins.AsSpan(judged[i] * BoostedTrees.Classes));
        }

        var temperature = parts.Length == 1
            ? 1f
            : Temperature.Fit(margins, Array.ConvertAll(examples, example => example.Digit), TemperatureDeviation);
        using var booster = Grow(_ => true, parts.Length, "grows trees");
        progress(new LearningProgress(1, "has learned"));
        var players = examples.Select(example => example.Player).Distinct().Count();
        var trainedOn = shipped.TrainedOnToo(new
        {
            lessons = $"{examples.Length:N0} marked drawings of {players:N0} players, and {each - 1} varied copies of each",
            start = $"{shipped.Algorithm}, version {shipped.Version}; then {_options.Trees.Rounds} rounds more",
            rehearsal = $"{_options.SyntheticDrawings:N0} synthetic drawings and "
                + $"{rehearsed.Count - _options.SyntheticDrawings:N0} of MNIST's training images once more",
            temperature,
        });
        var package = new ModelPackage(
            shipped with { Metrics = [], TrainedOn = trainedOn },
            TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature),
            BaseTrees.Extras(booster.Save(BoosterFormat.Ubj)));
        return new LearnedVersion(package, [.. margins.Chunk(BoostedTrees.Classes).Select(row => Probabilities(row, temperature))]);

        Booster Grow(Func<int, bool> isLearned, int model, string activity) => material.Grow(
            isLearned,
            round => progress(new LearningProgress(
                (model + (double)round / _options.Trees.Rounds) / models, $"{activity}: round {round} of {_options.Trees.Rounds}")),
            cancellation);
    }

    private static float[] Probabilities(float[] margins, float temperature)
    {
        TensorPrimitives.Divide(margins, temperature, margins);
        Softmax.Apply(margins);
        return margins;
    }

    private static (DigitImage Image, int Label) Copy(TrainingExample example, int copy) =>
        (ExampleVariations.Vary(example, copy), example.Digit);

    /// <summary>The images that are learned again: some of MNIST's, and synthetic drawings.</summary>
    private List<(DigitImage Image, int Label)> Rehearse(
        IReadOnlyList<(DigitImage Image, int Label)> mnistImages, CancellationToken cancellation)
    {
        var shuffled = mnistImages.ToArray();
        new Random(Seed).Shuffle(shuffled);
        var synthetic = Generate(_options.SyntheticDrawings, i => BaseTrees.DrawSynthetic(i, Seed), cancellation);
        return [.. shuffled.Take(_options.MnistImages), .. synthetic];
    }

    private (DigitImage Image, int Label)[] Generate(
        int count, Func<int, (DigitImage Image, int Label)> generate, CancellationToken cancellation)
    {
        var images = new (DigitImage Image, int Label)[count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Trees.Threads, CancellationToken = cancellation };
        Parallel.For(0, count, parallel, i => images[i] = generate(i));
        return images;
    }
}
