using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>An example for a last layer.</summary>
/// <param name="Embedding">The input of the layer.</param>
/// <param name="Target">
/// The probabilities that the layer should predict, summing to 1: often 1 for a label and 0 for the others.
/// </param>
/// <param name="Weight">The weight in the loss, in drawings.</param>
internal sealed record WeightedEmbedding(ReadOnlyMemory<float> Embedding, float[] Target, double Weight)
{
    private static readonly float[][] OneHot = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit =>
        Enumerable.Range(0, OnnxClassifier.Digits).Select(other => other == digit ? 1f : 0).ToArray())];

    /// <summary>An example with a label.</summary>
    public static WeightedEmbedding Of(ReadOnlyMemory<float> embedding, int digit, double weight) =>
        new(embedding, OneHot[digit], weight);
}
