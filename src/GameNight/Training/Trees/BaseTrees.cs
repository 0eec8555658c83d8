using System.IO.Compression;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Training.Features;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Trees;

/// <summary>The trees' first version, from MNIST and made-up ink: what they know before anybody has marked a drawing.</summary>
public static class BaseTrees
{
    public const string Algorithm = "app-xgboost";

    public const string Name = "App trees";

    public const string Family = "trees";

    public const string Description = "I ask thousands of little questions about your strokes, and let the answers vote.";

    /// <summary>The booster itself, so that training can go on from it: UBJ, gzipped.</summary>
    public const string BoosterFile = "booster.ubj.gz";

    /// <summary>How many of MNIST's training images, the last ones, are kept from training to choose and to calibrate on.</summary>
    public const int HeldOut = 5_000;

    /// <summary>Measured every so many rounds.</summary>
    private const int Stride = 10;

    /// <summary>Trains, calibrates and converts.</summary>
    /// <param name="mnist">MNIST's training images in their order, more than <see cref="HeldOut"/>.</param>
    /// <param name="options">The size of the training.</param>
    /// <param name="progress">Hears of every tenth round and of the last.</param>
    /// <param name="cancellation">Asked between rounds.</param>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static TrainedTrees Train(
        IReadOnlyList<(DigitImage Image, int Label)> mnist, BaseTreesOptions options, Action<BaseTreesProgress> progress, CancellationToken cancellation)
    {
        var known = mnist.Take(mnist.Count - HeldOut).ToList();
        var training = known
            .Concat(Make(options.Variations * known.Count, options.Seed, (i, random) => (ImageAugmentation.Vary(known[i % known.Count].Image, random), known[i % known.Count].Label)))
            .Concat(MakeInk(options.MadeUpInk, options.Seed)).ToList();
        var held = mnist.Skip(known.Count).Concat(MakeInk(HeldOut, options.Seed + 1)).ToList();
        cancellation.ThrowIfCancellationRequested();

        var labels = held.ConvertAll(drawing => drawing.Label);
        using var heldFeatures = DMatrix.Create(Features(held), held.Count);
        using var booster = BoostedTrees.Train(
            Features(training), training.ConvertAll(drawing => drawing.Label), options.Trees,
            afterRound: (round, grown) =>
            {
                if (round % Stride != 0 && round != options.Trees.Rounds)
                    return;
                var right = grown.Predict(heldFeatures).Chunk(BoostedTrees.Classes).Zip(labels, (p, label) => Array.IndexOf(p, p.Max()) == label).ToList();
                progress(new BaseTreesProgress(round, right.Take(HeldOut).Average(Share), right.Skip(HeldOut).Average(Share)));
            },
            cancellation: cancellation);

        var temperature = Temperature.Fit(booster.Predict(heldFeatures, margin: true), labels);
        return new TrainedTrees(TreeEnsembleOnnx.OverStrokeFeatures(booster.Save(BoosterFormat.Json), temperature), booster.Save(BoosterFormat.Ubj), temperature, training.Count);
    }

    /// <summary>The version, ready to be measured and published.</summary>
    public static ModelPackage Package(TrainedTrees trees, BaseTreesOptions options) => new(
        new ModelManifest
        {
            Algorithm = Algorithm,
            Version = "",
            Name = Name,
            Family = Family,
            Description = Description,
            License = "MIT",
            Sha256 = "",
            Input = new ModelInput(TreeEnsembleOnnx.Input, ModelLayout.Nchw),
            Output = new ModelOutput(TreeEnsembleOnnx.Output, OutputKind.Probabilities),
            TrainedOn = JsonSerializer.SerializeToElement(new
            {
                mnist = "55,000 of MNIST's 60,000 training images (Yann LeCun, Corinna Cortes and Christopher Burges, from NIST Special Databases 1 and 3; commonly given as CC BY-SA 3.0)",
                variations = $"{options.Variations} of each, slightly turned, slanted, stretched and shifted, seed {options.Seed}",
                syntheticInk = $"{options.MadeUpInk:N0} drawings made by StrokeSkeletons, seed {options.Seed}",
                validation = $"MNIST's last {HeldOut:N0} training images and {HeldOut:N0} synthetic drawings, seed {options.Seed + 1}: for choosing the parameters and the temperature",
                examples = trees.Examples,
                trainer = $"XGBoost {XgbLibrary.Version}, hist, multi:softprob",
                parameters = options.Trees,
                temperature = trees.Temperature,
                features = "324 stroke features, computed by the model itself",
                note = "development-ink (UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0) was looked at while this was made and never trained on; its figure is a development figure.",
            }, JsonSerializerOptions.Web),
        },
        trees.Model,
        Extras(trees.Booster));

    /// <summary>What lies beside the model of a booster over stroke features.</summary>
    /// <param name="booster">In UBJ.</param>
    public static IReadOnlyDictionary<string, byte[]> Extras(byte[] booster) => new Dictionary<string, byte[]> { [BoosterFile] = Compress(booster) };

    private static List<(DigitImage Image, int Label)> MakeInk(int count, int seed) =>
        Make(count, seed, (i, random) => (InkNormaliser.Normalise(StrokeSkeletons.Draw(i % BoostedTrees.Classes, random)), i % BoostedTrees.Classes));

    /// <summary>On all processors: each example has a generator of its own, so that the order does not matter.</summary>
    private static List<(DigitImage Image, int Label)> Make(int count, int seed, Func<int, Random, (DigitImage Image, int Label)> make) =>
        [.. ParallelEnumerable.Range(0, count).AsOrdered().Select(i => make(i, new Random(unchecked(seed * 1_000_003 + i))))];

    private static float[] Features(List<(DigitImage Image, int Label)> drawings) => StrokeFeatures.Of(drawings.ConvertAll(drawing => drawing.Image));

    private static double Share(bool right) => right ? 1 : 0;

    internal static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
            zip.Write(bytes);
        return packed.ToArray();
    }
}
