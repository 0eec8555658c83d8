using MathNet.Numerics;

namespace GameNight.Statistics;

/// <summary>
/// Tests whether each arm has as many players as it should have. If not, something loses or moves players, such as a slow arm,
/// a filter or a fault of the assignment, and the arms cannot be compared.
/// </summary>
/// <remarks>
/// Pearson's chi-square test of goodness of fit. A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled
/// experiments", KDD 2019. The counts must be of what is assigned: of players where each keeps an arm, because their drawings
/// come in groups; of drawings where each has a lot of its own.
/// Arms chosen by <see cref="ThompsonSampling"/> have no expected shares.
/// </remarks>
public static class SampleRatio
{
    /// <summary>
    /// The p value below which there is a mismatch: small, because the test is repeated often and a mismatch ends the comparison.
    /// </summary>
    public const double Threshold = 0.001;

    /// <summary>The p value of counts that are expected to be equal, 0..1; 1 without players or with a single arm.</summary>
    /// <param name="players">The number of players of each arm, 0 or more.</param>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static double PValue(IReadOnlyList<int> players) => PValue(players, [.. players.Select(_ => 1.0 / players.Count)]);

    /// <summary>
    /// The p value of counts: the probability, 0..1, that they deviate at least this much from the expected shares by chance.
    /// 1 without players or with a single arm.
    /// </summary>
    /// <param name="players">The number of players of each arm, 0 or more.</param>
    /// <param name="shares">The expected share of each arm, above 0, summing to 1.</param>
    /// <exception cref="ArgumentException">A count or a share is out of range, or their numbers differ.</exception>
    public static double PValue(IReadOnlyList<int> players, IReadOnlyList<double> shares)
    {
        if (players.Count != shares.Count)
            throw new ArgumentException($"{players.Count} counts need as many shares, not {shares.Count}.", nameof(shares));
        if (players.Any(count => count < 0))
            throw new ArgumentException("A count is not negative.", nameof(players));
        if (shares.Any(share => !(share > 0)) || (shares.Count > 0 && Math.Abs(shares.Sum() - 1) > 1e-9))
            throw new ArgumentException("Shares are above 0 and sum to 1.", nameof(shares));
        var all = players.Sum(count => (double)count);
        if (all == 0 || players.Count == 1)
            return 1;
        var expected = shares.Select(share => all * share);
        var chiSquare = players.Zip(expected, (count, mean) => (count - mean) * (count - mean) / mean).Sum();
        return SpecialFunctions.GammaUpperRegularized((players.Count - 1) / 2.0, chiSquare / 2);
    }
}
