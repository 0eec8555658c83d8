using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Training.Examples;
using GameNight.Training.Features;
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

    /// <summary>The number of folds of players, of which one is held out to fit the temperature.</summary>
    private const int Folds = 5;

    /// <summary>The expected deviation of the temperature's logarithm from 0, as in <see cref="AppNetworkLearner"/>.</summary>
    private const double TemperatureDeviation = 0.2;

    private readonly AppTreesOptions _options = options ?? new AppTreesOptions();

    public string Algorithm => BaseTrees.Algorithm;

    public string? UnavailableReason => XgbLibrary.UnavailableReason;

    /// <inheritdoc/>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public async Task<ModelPackage> LearnAsync(
        IReadOnlyList<TrainingExample> examples, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        if (examples.Count == 0)
            throw new ArgumentException("There are no examples to learn from.", nameof(examples));
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var key = new ModelKey(Algorithm, manifest.Version);
        var start = BaseTrees.Decompress(await library.ReadFileAsync(key, BaseTrees.BoosterFile, cancellation));
        var images = mnist is null ? [] : await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation);
        var sorted = examples.OrderBy(example => example.Id).ToList();
        return await Task.Run(() => Learn(manifest, start, sorted, images, progress, cancellation), cancellation);
    }

    private ModelPackage Learn(
        ModelManifest shipped,
        byte[] start,
        List<TrainingExample> examples,
        IReadOnlyList<(DigitImage Image, int Label)> mnistImages,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var each = 1 + Math.Clamp(_options.Drawings / examples.Count - 1, 0, _options.Copies);
        var drawings = Generate(examples.Count * each, i => Copy(examples[i / each], i % each), cancellation);
        var rehearsed = Rehearse(mnistImages, cancellation);
        Booster Grow(IEnumerable<(DigitImage Image, int Label)> images, double doneBefore, string activity) =>
            Train(start, [.. images, .. rehearsed], doneBefore, activity, progress, cancellation);

        var isHeldOut = ExampleFolds.Of(examples, Folds).Select(fold => fold == 0).ToList();
        var temperature = 1f;
        if (isHeldOut.Contains(false))
        {
            using var trial = Grow(drawings.Where((_, i) => !isHeldOut[i / each]), 0, "checks how sure to be");
            temperature = FitTemperature(trial, examples.Where((_, i) => isHeldOut[i]).ToList());
        }

        using var booster = Grow(drawings, 0.5, "grows trees");
        progress(new LearningProgress(1, "has learned"));
        var players = examples.Select(example => example.Player).Distinct().Count();
        var trainedOn = shipped.TrainedOnToo(new
        {
            lessons = $"{examples.Count:N0} marked drawings of {players:N0} players, and {each - 1} varied copies of each",
            start = $"{shipped.Algorithm}, version {shipped.Version}; then {_options.Trees.Rounds} rounds more",
            rehearsal = $"{_options.SyntheticDrawings:N0} synthetic drawings and "
                + $"{rehearsed.Count - _options.SyntheticDrawings:N0} of MNIST's training images once more",
            temperature,
        });
        return new ModelPackage(
            shipped with { Metrics = [], TrainedOn = trainedOn },
            TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature),
            BaseTrees.Extras(booster.Save(BoosterFormat.Ubj)));
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

    /// <summary>The temperature for unknown players, who are represented by those on whom the booster was not trained.</summary>
    private float FitTemperature(Booster booster, List<TrainingExample> heldOut)
    {
        var images = heldOut.ConvertAll(example => example.Image);
        using var features = DMatrix.Create(StrokeFeatures.Of(images, _options.Trees.Threads), heldOut.Count);
        var margins = booster.Predict(features, margin: true);
        return Temperature.Fit(margins, heldOut.ConvertAll(example => example.Digit), TemperatureDeviation);
    }

    /// <summary>Continues the training of the start; one of the two boosters of a run, so half of its progress.</summary>
    private Booster Train(
        byte[] start,
        List<(DigitImage Image, int Label)> images,
        double doneBefore,
        string activity,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        var rounds = _options.Trees.Rounds;
        return BoostedTrees.Train(
            StrokeFeatures.Of(images.ConvertAll(drawing => drawing.Image), _options.Trees.Threads),
            images.ConvertAll(drawing => drawing.Label),
            _options.Trees,
            start,
            (round, _) => progress(new LearningProgress(doneBefore + 0.5 * round / rounds, $"{activity}: round {round} of {rounds}")),
            cancellation);
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
