using System.IO.Compression;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Training.Examples;
using GameNight.Training.Features;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Trees;

/// <summary>
/// Goes on boosting the trees that ship: over the lessons and varied copies of them, mixed with synthetic ink and, where its
/// files are, with MNIST, so that nothing is forgotten.
/// </summary>
/// <param name="library">Holds the version that ships.</param>
/// <param name="mnist">MNIST's folder; null where there is none.</param>
/// <param name="options">How; null for as measured.</param>
public sealed class AppTreesLearner(ModelLibrary library, DirectoryInfo? mnist = null, AppTreesOptions? options = null) : ILearner
{
    private const int Seed = 1;

    /// <summary>One player in so many is held out to find the temperature.</summary>
    private const int Folds = 5;

    /// <summary>As <see cref="AppNetworkLearner"/> expects it.</summary>
    private const double Doubt = 0.2;

    private readonly AppTreesOptions _options = options ?? new AppTreesOptions();

    public string Algorithm => BaseTrees.Algorithm;

    public string? Obstacle => XgbLibrary.Obstacle;

    /// <inheritdoc/>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public async Task<ModelPackage> LearnAsync(IReadOnlyList<TrainingExample> lessons, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        if (lessons.Count == 0)
            throw new ArgumentException("There is nothing to learn from.", nameof(lessons));
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var packed = await library.ReadFileAsync(new ModelKey(Algorithm, manifest.Version), BaseTrees.BoosterFile, cancellation);
        var images = mnist is null ? [] : await MnistDataset.ReadTrainingSetAsync(mnist.FullName, cancellation);
        return await Task.Run(() => Learn(manifest, Unpack(packed), [.. lessons.OrderBy(lesson => lesson.Id)], images, progress, cancellation), cancellation);
    }

    private ModelPackage Learn(
        ModelManifest shipped, byte[] start, IReadOnlyList<TrainingExample> lessons, IReadOnlyList<(DigitImage Image, int Label)> mnistImages, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var each = 1 + Math.Clamp(_options.Drawings / lessons.Count - 1, 0, _options.Copies);
        var drawings = Make(lessons.Count * each, i => (ExampleVariations.Vary(lessons[i / each], i % each), lessons[i / each].Digit), cancellation);
        var seen = mnistImages.ToArray();
        new Random(Seed).Shuffle(seen);
        var known = seen.Take(_options.Mnist).Concat(Make(_options.MadeUpInk, i => (InkNormaliser.Normalise(StrokeSkeletons.Draw(i % BoostedTrees.Classes, new Random(unchecked(Seed * 1_000_003 + i)))), i % BoostedTrees.Classes), cancellation)).ToList();

        // Twice: first without some of the players, who say how sure the trees may be of people they have not seen.
        var held = ExampleFolds.Of(lessons, Folds).Select(fold => fold == 0).ToList();
        var temperature = 1f;
        if (held.Contains(false))
        {
            using var trial = Grow(start, [.. drawings.Where((_, i) => !held[i / each]), .. known], 0, "checks how sure to be", progress, cancellation);
            var judged = lessons.Where((_, i) => held[i]).ToList();
            using var features = DMatrix.Create(StrokeFeatures.Of(judged.ConvertAll(lesson => lesson.Image), _options.Trees.Threads), judged.Count);
            temperature = Temperature.Fit(trial.Predict(features, margin: true), judged.ConvertAll(lesson => lesson.Digit), Doubt);
        }

        using var booster = Grow(start, [.. drawings, .. known], 0.5, "grows trees", progress, cancellation);
        progress(new LearningProgress(1, "has learned"));
        var (model, ubj) = (TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature), booster.Save(BoosterFormat.Ubj));
        return new ModelPackage(
            shipped with
            {
                Metrics = [],
                TrainedOn = shipped.TrainedOnToo(new
                {
                    lessons = $"{lessons.Count:N0} marked drawings of {lessons.Select(lesson => lesson.Player).Distinct().Count():N0} players, and {each - 1} varied copies of each",
                    start = $"{shipped.Algorithm}, version {shipped.Version}; then {_options.Trees.Rounds} rounds more",
                    rehearsal = $"{_options.MadeUpInk:N0} synthetic drawings and {known.Count - _options.MadeUpInk:N0} of MNIST's training images once more",
                    temperature,
                }),
            },
            model,
            new Dictionary<string, byte[]> { [BaseTrees.BoosterFile] = BaseTrees.Compress(ubj) });
    }

    private Booster Grow(byte[] start, List<(DigitImage Image, int Label)> drawings, double from, string what, Action<LearningProgress> progress, CancellationToken cancellation) =>
        BoostedTrees.Train(
            StrokeFeatures.Of(drawings.ConvertAll(drawing => drawing.Image), _options.Trees.Threads), drawings.ConvertAll(drawing => drawing.Label), _options.Trees, start,
            (round, _) => progress(new LearningProgress(from + 0.5 * round / _options.Trees.Rounds, $"{what}: round {round} of {_options.Trees.Rounds}")), cancellation);

    private (DigitImage Image, int Label)[] Make(int count, Func<int, (DigitImage Image, int Label)> make, CancellationToken cancellation)
    {
        var made = new (DigitImage Image, int Label)[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = _options.Trees.Threads, CancellationToken = cancellation }, i => made[i] = make(i));
        return made;
    }

    private static byte[] Unpack(byte[] packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            zip.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidModelException($"{BaseTrees.BoosterFile} is damaged: {e.Message}", e);
        }
    }
}
