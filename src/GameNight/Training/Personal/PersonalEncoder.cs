using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Training.Personal;

/// <summary>
/// The network that the players' own contestants are over: it encodes drawings, and has the last layer and the prototypes with which each
/// player begins. Safe for concurrent use. Holds native memory until disposed.
/// </summary>
public sealed class PersonalEncoder : IDisposable
{
    /// <summary>The number of varied copies of a drawing that are learned with it; together they weigh as much as one drawing.</summary>
    public const int Copies = 24;

    /// <summary>The name of the features of a version that was published before versions offered them.</summary>
    private const string AddedFeatures = "features";

    private readonly NetworkFeatures _network;

    /// <summary>Loads a network and draws the prototypes.</summary>
    /// <exception cref="InvalidModelException">
    /// The model has other last layers, other features than it names, or cannot be loaded.
    /// </exception>
    public PersonalEncoder(ModelManifest manifest, byte[] model)
    {
        Layer = LastLayer.Read(model);
        _network = manifest.Output.Features is null
            ? new NetworkFeatures(
                manifest with { Output = manifest.Output with { Features = AddedFeatures } },
                HiddenLayer.WithFeatures(model, AddedFeatures))
            : new NetworkFeatures(manifest, model);
        Prototypes = Prototypes.Draw(image => Encode(image, nearest: _ => []));
    }

    /// <summary>The network's own last layer.</summary>
    public LastLayer Layer { get; }

    internal Prototypes Prototypes { get; }

    /// <summary>What the network makes of a drawing.</summary>
    /// <param name="image">The drawing.</param>
    /// <param name="ink">The strokes that it was made from; null where the drawing came as pixels.</param>
    public EncodedDrawing Of(DigitImage image, Ink? ink) => Encode(image, Prototypes.Nearest) with { Path = StrokePath.Of(ink) };

    /// <summary>Encodes a labelled drawing and its copies, which are always the same for it.</summary>
    public PersonalExample Of(TrainingExample example)
    {
        var copies = Enumerable.Range(1, Copies).Select(copy => ExampleVariations.Vary(example, copy));
        return new(Of(example.Image, example.Ink), [.. copies.Select(image => _network.Hidden.Embed(_network.Of(image)))], example.Digit);
    }

    public void Dispose() => _network.Dispose();

    private EncodedDrawing Encode(DigitImage image, Func<float[], float[]> nearest)
    {
        var features = _network.Of(image);
        var embedding = _network.Hidden.Embed(features);
        // A drawing without any feature has no direction: its cosine with any other is 0.
        if (TensorPrimitives.Norm<float>(features) is > 0 and var length)
            TensorPrimitives.Divide(features, length, features);
        return new(features, embedding, Layer.Logits(embedding), nearest(features));
    }
}
