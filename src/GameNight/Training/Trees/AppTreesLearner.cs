using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Recognition.Guessing;
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
        var folded = new FoldedExamples(examples, folds);
        var shipped = await library.ReadStartAsync(Algorithm, [BaseTrees.BoosterFile], cancellation);
        var start = BaseTrees.Decompress(shipped.Extras![BaseTrees.BoosterFile]);
        var images = mnist is null ? [] : Choose(await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation));
        return await Task.Run(() => Learn(shipped, start, folded, images, progress, cancellation), cancellation);
    }

    private LearnedVersion Learn(
        ModelPackage shipped,
        byte[] start,
        FoldedExamples folded,
        (DigitImage Image, int Label)[] mnistImages,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var examples = folded.Examples;
        var each = 1 + Math.Clamp(_options.Drawings / examples.Count - 1, 0, _options.Copies);
        var drawings = Generate(examples.Count * each, i => Copy(examples[i / each], i % each), cancellation);
        (DigitImage Image, int Label)[] rehearsed =
            [.. mnistImages, .. Generate(_options.SyntheticDrawings, i => BaseTrees.DrawSynthetic(i, Seed), cancellation)];
        var images = drawings.Concat(rehearsed).ToList();
        var features = StrokeFeatures.Of(images.ConvertAll(drawing => drawing.Image), _options.Trees.Threads);
        var labels = images.ConvertAll(drawing => drawing.Label);
        var trainings = folded.Numbers.Count == 1 ? 1 : folded.Numbers.Count + 1;

        // The features of each drawing are computed once; each training takes the rows of its examples and of what is rehearsed.
        Booster Grow(int[] learned, int doneBefore, string activity)
        {
            int[] rows =
            [
                .. learned.SelectMany(i => Enumerable.Range(i * each, each)),
                .. Enumerable.Range(drawings.Length, rehearsed.Length),
            ];
            var rounds = _options.Trees.Rounds;
            return BoostedTrees.Train(
                features,
                labels,
                _options.Trees,
                start,
                (round, _) => progress(new LearningProgress(
                    (doneBefore + (double)round / rounds) / trainings, $"{activity}: round {round} of {rounds}")),
                rows,
                cancellation);
        }

        var (temperature, outOfFold) = JudgeOutOfFold(folded, shipped, Grow);
        using var booster = Grow([.. Enumerable.Range(0, examples.Count)], trainings - 1, "grows trees");
        progress(new LearningProgress(1, "has learned"));
        var players = examples.Select(example => example.Player).Distinct().Count();
        var trainedOn = shipped.Manifest.TrainedOnToo(new
        {
            lessons = $"{examples.Count:N0} labelled drawings of {players:N0} players, and {each - 1} varied copies of each",
            start = $"{Algorithm}, version {shipped.Manifest.Version}; then {_options.Trees.Rounds} rounds more",
            rehearsal = $"{_options.SyntheticDrawings:N0} synthetic drawings and "
                + $"{mnistImages.Length:N0} of MNIST's training images once more",
            temperature,
        });
        var package = new ModelPackage(
            shipped.Manifest with { Metrics = [], TrainedOn = trainedOn },
            TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature),
            BaseTrees.Extras(booster.Save(BoosterFormat.Ubj)));
        return new LearnedVersion(package, outOfFold);
    }

    /// <summary>The temperature for unknown players, and each fold judged by trees that grew on the others.</summary>
    private (float Temperature, IReadOnlyList<float[]> Probabilities) JudgeOutOfFold(
        FoldedExamples folded, ModelPackage shipped, Func<int[], int, string, Booster> grow)
    {
        if (folded.Numbers.Count == 1)
        {
            using var classifier = OnnxClassifier.Load(shipped.Manifest, shipped.Model);
            return (1, folded.ToCallersOrder([.. folded.Examples.Select(example => classifier.Predict(example.Image))]));
        }

        var logits = new float[folded.Examples.Count][];
        foreach (var (done, fold) in folded.Numbers.Index())
        {
            using var trial = grow(folded.Of(fold, others: true), done, "checks how sure to be");
            var heldOut = folded.Of(fold);
            var images = Array.ConvertAll(heldOut, i => folded.Examples[i].Image);
            using var features = DMatrix.Create(StrokeFeatures.Of(images, _options.Trees.Threads), heldOut.Length);
            var margins = trial.Predict(features, margin: true).Chunk(BoostedTrees.Classes);
            foreach (var (i, margin) in heldOut.Zip(margins))
                logits[i] = margin;
        }

        return OutOfFoldCalibration.Of(folded, logits);
    }

    private static (DigitImage Image, int Label) Copy(TrainingExample example, int copy) =>
        (ExampleVariations.Vary(example, copy), example.Digit);

    /// <summary>Those of MNIST's images that are learned again, so that the others need no memory meanwhile.</summary>
    private (DigitImage Image, int Label)[] Choose(IReadOnlyList<(DigitImage Image, int Label)> all)
    {
        var shuffled = all.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return shuffled[..Math.Min(_options.MnistImages, shuffled.Length)];
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
