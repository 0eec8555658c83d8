namespace GameNight.Recognition.Guessing;

/// <summary>One version's answer to a drawing.</summary>
/// <param name="Algorithm">The algorithm's id, e.g. <c>mnist-cnn</c>.</param>
/// <param name="Version">The version that guessed.</param>
/// <param name="Probabilities">Ten numbers in 0..1 that sum to 1; index = digit.</param>
public sealed record Guess(string Algorithm, string Version, IReadOnlyList<float> Probabilities)
{
    /// <summary>The most likely digit, 0 to 9; the smallest of equally likely ones.</summary>
    public int Digit { get; } = MostLikely(Probabilities);

    /// <summary>The probability of <see cref="Digit"/>, 0 to 1.</summary>
    public float Confidence => Probabilities[Digit];

    private static int MostLikely(IReadOnlyList<float> probabilities)
    {
        var best = 0;
        for (var digit = 1; digit < probabilities.Count; digit++)
        {
            if (probabilities[digit] > probabilities[best])
                best = digit;
        }

        return best;
    }
}
