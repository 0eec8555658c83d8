namespace GameNight.Recognition.Guessing;

/// <summary>What one version of one algorithm made of a drawing.</summary>
/// <param name="Algorithm">The algorithm's id, e.g. <c>mnist-cnn</c>.</param>
/// <param name="Version">The version that guessed.</param>
/// <param name="Probabilities">Ten numbers in 0..1 that sum to 1; index = digit.</param>
public sealed record Guess(string Algorithm, string Version, IReadOnlyList<float> Probabilities)
{
    /// <summary>The most likely digit; the smaller one of equals.</summary>
    public int Digit { get; } = MostLikely(Probabilities);

    /// <summary>The probability of that digit.</summary>
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
