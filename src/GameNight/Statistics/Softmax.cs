using System.Numerics.Tensors;

namespace GameNight.Statistics;

/// <summary>The softmax function: p<sub>i</sub> = e<sup>z<sub>i</sub></sup> / Σ e<sup>z<sub>j</sub></sup>.</summary>
public static class Softmax
{
    /// <summary>
    /// Turns scores into probabilities, in place. The largest is subtracted first, so that no power of e overflows a float.
    /// </summary>
    public static void Apply(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax<float>(scores, scores);
    }
}
