using System.IO.Compression;
using System.Text.Json;
using GameNight.Models;
using GameNight.Native.XGBoost;

namespace GameNight.Training.Trees;

public static partial class BaseTrees
{
    public const string Name = "App trees";

    public const string Family = "trees";

    public const string Description = "I ask thousands of little questions about your strokes, and let the answers vote.";

    /// <summary>The file beside a model with the booster, from which training continues: UBJ, compressed with gzip.</summary>
    public const string BoosterFile = "booster.ubj.gz";

    /// <summary>The version, ready to be evaluated and published.</summary>
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
            TrainedOn = JsonSerializer.SerializeToElement(
                new
                {
                    mnist = "55,000 of MNIST's 60,000 training images (Yann LeCun, Corinna Cortes and Christopher Burges, from NIST "
                        + "Special Databases 1 and 3; commonly given as CC BY-SA 3.0)",
                    variations = $"{options.Variations} of each, slightly turned, slanted, stretched and shifted, seed {options.Seed}",
                    syntheticInk = $"{options.SyntheticDrawings:N0} drawings made by StrokeSkeletons, seed {options.Seed}",
                    validation = $"MNIST's last {HeldOut:N0} training images and {HeldOut:N0} synthetic drawings, seed {options.Seed + 1}: "
                        + "for choosing the parameters and the temperature",
                    examples = trees.Examples,
                    trainer = $"XGBoost {XgbLibrary.Version}, hist, multi:softprob",
                    parameters = options.Trees,
                    temperature = trees.Temperature,
                    features = "324 stroke features, computed by the model itself",
                    note = "development-ink (UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0) was looked at while this was made "
                        + "and never trained on; its figure is a development figure.",
                },
                JsonSerializerOptions.Web),
        },
        trees.Model,
        Extras(trees.Booster));

    /// <summary>The files beside the model of a booster over stroke features.</summary>
    /// <param name="booster">The booster in UBJ.</param>
    public static IReadOnlyDictionary<string, byte[]> Extras(byte[] booster) =>
        new Dictionary<string, byte[]> { [BoosterFile] = Compress(booster) };

    /// <summary>The booster, in UBJ, of a <see cref="BoosterFile"/>.</summary>
    /// <exception cref="InvalidModelException">The file is not in gzip's format.</exception>
    internal static byte[] Decompress(byte[] file)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            gzip.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidModelException($"{BoosterFile} is damaged: {e.Message}", e);
        }
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return file.ToArray();
    }
}
