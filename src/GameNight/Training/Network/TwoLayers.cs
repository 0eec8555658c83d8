using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>The last two layers of a network: from features to an embedding, and from it to ten logits.</summary>
/// <param name="Hidden">The first of the two.</param>
/// <param name="Last">The last layer, which reads the embeddings of the first.</param>
internal sealed record TwoLayers(HiddenLayer Hidden, LastLayer Last)
{
    /// <summary>Reads the layers of a network.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layers.</exception>
    public static TwoLayers Read(byte[] model)
    {
        var (hidden, last) = (HiddenLayer.Read(model), LastLayer.Read(model));
        return hidden.Width == last.Width
            ? new TwoLayers(hidden, last)
            : throw new InvalidModelException($"The last layer reads {last.Width} numbers, the one before it answers {hidden.Width}.");
    }

    /// <summary>A copy of a network with these layers.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layers, or of another size.</exception>
    public byte[] WriteTo(byte[] model) => Last.WriteTo(Hidden.WriteTo(model));

    /// <summary>The ten logits of an image with these features.</summary>
    public float[] Logits(ReadOnlySpan<float> features) => Last.Logits(Hidden.Embed(features));

    /// <summary>The probabilities of the ten digits for an image with these features.</summary>
    public float[] Predict(ReadOnlySpan<float> features) => Last.Predict(Hidden.Embed(features));
}
