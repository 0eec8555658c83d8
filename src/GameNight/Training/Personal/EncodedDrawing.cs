using System.Numerics.Tensors;

namespace GameNight.Training.Personal;

/// <summary>What the network of <c>personal</c> makes of a drawing.</summary>
/// <param name="Features">The network's features as a vector of length 1, so that the dot product of two is their cosine.</param>
/// <param name="Embedding">The input of the network's last layer.</param>
/// <param name="Logits">The network's own ten logits.</param>
/// <param name="Nearest">For each digit the cosine with the nearest of the <see cref="Prototypes"/>, 0 to 1.</param>
public sealed record EncodedDrawing(float[] Features, float[] Embedding, float[] Logits, float[] Nearest)
{
    /// <summary>The digit that the network answers.</summary>
    public int Digit => TensorPrimitives.IndexOfMax<float>(Logits);

    /// <summary>The cosine with another drawing, 0 to 1: features are not negative.</summary>
    public float Cosine(EncodedDrawing other) => TensorPrimitives.Dot<float>(Features, other.Features);
}
