using System.Numerics.Tensors;

namespace GameNight.Training.Personal;

/// <summary>What the network of <c>personal</c> makes of a drawing, and the way the pen took.</summary>
/// <param name="Features">The network's features as a vector of length 1, so that the dot product of two is their cosine.</param>
/// <param name="Embedding">The input of the network's last layer.</param>
/// <param name="Logits">The network's own ten logits.</param>
/// <param name="Nearest">For each digit the cosine with the nearest of the <see cref="Prototypes"/>, 0 to 1.</param>
/// <param name="Path">The path of the pen; null where the drawing came as pixels.</param>
public sealed record EncodedDrawing(float[] Features, float[] Embedding, float[] Logits, float[] Nearest, StrokePath? Path = null)
{
    /// <summary>At this distance of their paths, two drawings are as like as their features are.</summary>
    private const float UsualDistance = 0.3f;

    /// <summary>The features' difference counts so much at least, however near the paths are.</summary>
    private const float LeastWeight = 0.25f;

    /// <summary>The features' difference counts so much at most, however far apart the paths are.</summary>
    private const float MostWeight = 2;

    /// <summary>The digit that the network answers.</summary>
    public int Digit => TensorPrimitives.IndexOfMax<float>(Logits);

    /// <summary>
    /// How like another drawing this one is, −1 to 1: the cosine of their features, nearer to 1 where the pen took a like way, and farther
    /// where it took another. Without ink it is the cosine, 0 to 1: features are not negative.
    /// </summary>
    public float Likeness(EncodedDrawing other)
    {
        var cosine = TensorPrimitives.Dot<float>(Features, other.Features);
        return Path is null || other.Path is null
            ? cosine
            : 1 - ((1 - cosine) * Math.Clamp(Path.DistanceTo(other.Path) / UsualDistance, LeastWeight, MostWeight));
    }
}
