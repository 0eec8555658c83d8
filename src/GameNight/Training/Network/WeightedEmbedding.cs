using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <param name="Embedding">What the last layer sees.</param>
/// <param name="Target">The probabilities that are right: 1 for a known digit, or what a layer that is trusted says. Sum 1.</param>
/// <param name="Weight">How many observations it stands for.</param>
internal sealed record WeightedEmbedding(ReadOnlyMemory<float> Embedding, float[] Target, double Weight)
{
    /// <summary>Of a drawing whose digit is known.</summary>
    public static WeightedEmbedding Of(ReadOnlyMemory<float> embedding, int digit, double weight) => new(embedding, Certain[digit], weight);

    private static readonly float[][] Certain = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => Enumerable.Range(0, OnnxClassifier.Digits).Select(other => other == digit ? 1f : 0).ToArray())];
}
