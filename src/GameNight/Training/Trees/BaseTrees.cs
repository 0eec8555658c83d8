using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Native.XGBoost;
using GameNight.Training.Features;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Trees;

/// <summary>
/// Trains the first version of <c>app-xgboost</c> on MNIST and synthetic drawings. It is the version that ships, and
/// <see cref="AppTreesLearner"/> continues its training.
/// </summary>
public static partial class BaseTrees
{
    public const string Algorithm = "app-xgboost";

    /// <summary>The number of MNIST's training images, the last ones, that are held out to choose parameters and to calibrate.</summary>
    public const int HeldOut = 5_000;

    /// <summary>The number of rounds from one report of progress to the next.</summary>
    private const int RoundsPerReport = 10;

    /// <summary>Trains and calibrates trees, and converts them to ONNX.</summary>
    /// <param name="mnist">MNIST's training images in their order, more than <see cref="HeldOut"/>.</param>
    /// <param name="options">The parameters.</param>
    /// <param name="progress">Called after every tenth round and after the last.</param>
    /// <param name="cancellation">Checked before each round.</param>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public static TrainedTrees Train(
        IReadOnlyList<(DigitImage Image, int Label)> mnist,
        BaseTreesOptions options,
        Action<BaseTreesProgress> progress,
        CancellationToken cancellation)
    {
        var known = mnist.Take(mnist.Count - HeldOut).ToList();
        var varied = Generate(options.Variations * known.Count, i => Vary(known[i % known.Count], i, options.Seed));
        List<(DigitImage Image, int Label)> training =
            [.. known, .. varied, .. Generate(options.SyntheticDrawings, i => DrawSynthetic(i, options.Seed))];
        List<(DigitImage Image, int Label)> heldOut =
            [.. mnist.Skip(known.Count), .. Generate(HeldOut, i => DrawSynthetic(i, options.Seed + 1))];
        cancellation.ThrowIfCancellationRequested();

        var labels = heldOut.ConvertAll(drawing => drawing.Label);
        using var features = DMatrix.Create(Features(heldOut), heldOut.Count);
        using var booster = BoostedTrees.Train(
            Features(training),
            training.ConvertAll(drawing => drawing.Label),
            options.Trees,
            afterRound: (round, trees) =>
            {
                if (round % RoundsPerReport == 0 || round == options.Trees.Rounds)
                    progress(Measure(round, trees.Predict(features), labels));
            },
            cancellation: cancellation);

        var temperature = Temperature.Fit(booster.Predict(features, margin: true), labels);
        var model = TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature);
        return new TrainedTrees(model, booster.Save(BoosterFormat.Ubj), temperature, training.Count);
    }

    /// <summary>A synthetic drawing of the digits in turn, which depends only on its index and the seed.</summary>
    internal static (DigitImage Image, int Label) DrawSynthetic(int index, int seed)
    {
        var digit = index % BoostedTrees.Classes;
        return (InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, Generator(index, seed))), digit);
    }

    private static (DigitImage Image, int Label) Vary((DigitImage Image, int Label) drawing, int index, int seed) =>
        (ImageAugmentation.Vary(drawing.Image, Generator(index, seed)), drawing.Label);

    /// <summary>Each image has a generator of its own, so that images can be made in any order.</summary>
    private static Random Generator(int index, int seed) => new(unchecked(seed * 1_000_003 + index));

    private static ParallelQuery<(DigitImage Image, int Label)> Generate(int count, Func<int, (DigitImage Image, int Label)> generate) =>
        ParallelEnumerable.Range(0, count).AsOrdered().Select(generate);

    private static float[] Features(List<(DigitImage Image, int Label)> drawings) =>
        StrokeFeatures.Of(drawings.ConvertAll(drawing => drawing.Image));

    private static BaseTreesProgress Measure(int round, float[] probabilities, List<int> labels)
    {
        var correct = probabilities.Chunk(BoostedTrees.Classes)
            .Zip(labels, (row, label) => Array.IndexOf(row, row.Max()) == label ? 1.0 : 0).ToList();
        return new BaseTreesProgress(round, correct.Take(HeldOut).Average(), correct.Skip(HeldOut).Average());
    }
}
