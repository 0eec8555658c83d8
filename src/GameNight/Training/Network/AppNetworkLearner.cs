using System.Numerics.Tensors;
using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Network;

/// <summary>
/// Trains <c>app-network</c>: refits the last two layers of the version that ships to the examples, to varied copies of them and, so
/// that it does not forget, to made-up drawings and to features drawn from its <see cref="FeatureRehearsal"/>. Takes seconds, because
/// the features of each drawing are computed only once.
/// </summary>
/// <param name="library">Contains the version that ships.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class AppNetworkLearner(ModelLibrary library, AppNetworkOptions? options = null) : ILearner
{
    private readonly AppNetworkOptions _options = options ?? new AppNetworkOptions();

    public string Algorithm => AppNetwork.Algorithm;

    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        var folded = new FoldedExamples(examples, folds);
        var shipped = await library.ReadStartAsync(Algorithm, [Rehearsal.FileName, FeatureRehearsal.FileName], cancellation);
        return await Task.Run(() => Learn(shipped, folded, progress, cancellation), cancellation);
    }

    private LearnedVersion Learn(
        ModelPackage shipped, FoldedExamples examples, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        using var network = new NetworkFeatures(shipped.Manifest, shipped.Model);
        var rehearsal = FeatureRehearsal.Parse(shipped.Extras![FeatureRehearsal.FileName], network.Width);
        var start = TwoLayers.Read(shipped.Model);
        var each = 1 + Math.Clamp(_options.Drawings / examples.Examples.Count - 1, 0, _options.Copies);
        var learned = Describe(examples.Examples, each, network, start, cancellation);
        var rehearsed = Rehearse(rehearsal, network, start, cancellation);

        var fitted = FitAll(start, examples, learned, rehearsed, progress, cancellation);
        var (temperature, outOfFold) = JudgeOutOfFold(examples, learned, network, start, fitted);
        progress(new LearningProgress(1, "has learned"));
        var all = fitted[^1];
        var package = new ModelPackage(
            shipped.Manifest with { Metrics = [], TrainedOn = Note(shipped.Manifest, examples.Examples, each - 1, temperature) },
            (all with { Last = all.Last.WithTemperature(temperature) }).WriteTo(shipped.Model),
            new Dictionary<string, byte[]> { [Rehearsal.FileName] = shipped.Extras[Rehearsal.FileName] });
        return new LearnedVersion(package, outOfFold);
    }

    /// <summary>For each example the features of the drawing and then those of its copies, with what they should be read as.</summary>
    private List<FeatureExample[]> Describe(
        IReadOnlyList<TrainingExample> examples, int each, NetworkFeatures network, TwoLayers start, CancellationToken cancellation)
    {
        var features = network.AtHalfPrecision(
            examples.Count * each, i => ExampleVariations.Vary(examples[i / each], i % each), _options.Threads, cancellation);
        return [.. features.Chunk(each).Zip(examples, (copies, example) =>
        {
            var target = start.Predict(copies[0].ToSingle());
            TensorPrimitives.Multiply(target, (float)(1 - _options.LabelTrust), target);
            target[example.Digit] += (float)_options.LabelTrust;
            return Array.ConvertAll(copies, copy => new FeatureExample(copy, target));
        })];
    }

    /// <summary>
    /// Made-up drawings, and features drawn from the summary of MNIST. Their targets are what the start predicts, not the digits that
    /// they were drawn for: where it is unsure, the new layers may stay unsure.
    /// </summary>
    private List<FeatureExample> Rehearse(
        FeatureRehearsal rehearsal, NetworkFeatures network, TwoLayers start, CancellationToken cancellation)
    {
        var madeUp = network.AtHalfPrecision(
            _options.MadeUpDrawings,
            i => InkNormaliser.Normalise(StrokeSkeletons.Draw(i % OnnxClassifier.Digits, new Random(_options.Fit.Seed * 1_000_003 + i))),
            _options.Threads,
            cancellation);
        var drawn = Enumerable.Range(0, OnnxClassifier.Digits)
            .SelectMany(digit => rehearsal.Draw(digit, _options.RehearsalDraws, new Random(digit))).Select(features => features.ToHalf());
        return [.. madeUp.Concat(drawn).Select(features => new FeatureExample(features, start.Predict(features.ToSingle())))];
    }

    /// <summary>
    /// Fits layers to the examples of all folds but one, in turn, where there is more than one fold; and at last to all examples. Each
    /// fit is one thread's, so that the number of threads makes no difference to it.
    /// </summary>
    private TwoLayers[] FitAll(
        TwoLayers start,
        FoldedExamples examples,
        List<FeatureExample[]> learned,
        List<FeatureExample> rehearsed,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        var parts = examples.Numbers.Count == 1 ? [] : examples.Numbers.Select(fold => examples.Of(fold, others: true)).ToList();
        parts.Add([.. Enumerable.Range(0, learned.Count)]);
        var (fitted, done, reporting) = (new TwoLayers[parts.Count], 0, new Lock());
        progress(new LearningProgress(0.4, "learns them"));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        Parallel.For(0, parts.Count, parallel, part =>
        {
            var copies = parts[part].SelectMany(i => learned[i]).ToList();
            fitted[part] = TwoLayersFit.Run(start, copies, rehearsed, _options.Fit, cancellation);
            lock (reporting)
                progress(new LearningProgress(0.4 + 0.6 * ++done / parts.Count, "learns them, and checks how sure to be"));
        });
        return fitted;
    }

    /// <summary>The temperature for unknown players, and each fold judged by the layers that were fitted to the others.</summary>
    private static (float Temperature, IReadOnlyList<float[]> Probabilities) JudgeOutOfFold(
        FoldedExamples examples, List<FeatureExample[]> learned, NetworkFeatures network, TwoLayers start, TwoLayers[] fitted)
    {
        if (examples.Numbers.Count == 1)
            return (1, examples.ToCallersOrder([.. examples.Examples.Select(example => start.Predict(network.Of(example.Image)))]));
        var logits = new float[learned.Count][];
        foreach (var (part, fold) in examples.Numbers.Index())
        {
            foreach (var i in examples.Of(fold))
                logits[i] = fitted[part].Logits(learned[i][0].Features.ToSingle());
        }

        return OutOfFoldCalibration.Of(examples, logits);
    }

    private JsonElement Note(ModelManifest shipped, IReadOnlyList<TrainingExample> examples, int copies, float temperature)
    {
        var players = examples.Select(example => example.Player).Distinct().Count();
        return shipped.TrainedOnToo(new
        {
            lessons = $"{examples.Count:N0} labelled drawings of {players:N0} players, and {copies} varied copies of each",
            start = $"{shipped.Algorithm}, version {shipped.Version}",
            rehearsal = $"{_options.MadeUpDrawings:N0} made-up drawings, and {_options.RehearsalDraws:N0} draws of each digit from a "
                + "summary of the features of MNIST's training images",
            fit = _options.Fit,
            temperature = MathF.Round(temperature, 4),
        });
    }
}
