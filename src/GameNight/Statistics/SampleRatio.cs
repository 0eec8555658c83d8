using MathNet.Numerics;

namespace GameNight.Statistics;

/// <summary>
/// Tests whether each arm has as many as it should have: players, or drawings. If not, something loses or moves them, such as a slow arm,
/// a filter or a fault of the assignment, and the arms cannot be compared.
/// </summary>
/// <remarks>
/// <para>
/// The test holds however often one looks, as the scoreboard does with every drawing. The evidence against the shares is how many times
/// likelier the counts are if the shares were drawn from a Dirichlet distribution around those that are expected. Under these it is a
/// nonnegative martingale that starts at 1, so that it ever reaches 1/α with probability at most α (Ville's inequality), from the first
/// count on: no least count is needed. M. Lindon, A. Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022; on the
/// mismatch itself A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019.
/// </para>
/// <para>
/// The counts must be of what is assigned: of players where each keeps an arm, because their drawings come in groups; of drawings where
/// each has a lot of its own. Where the shares change, because an arm comes late, their mean over all counts is taken; counts of lots
/// that differ scatter less than those of equal ones, so that the alarm is the rarer. Arms chosen by <see cref="ThompsonSampling"/> have
/// no expected shares.
/// </para>
/// </remarks>
public static class SampleRatio
{
    /// <summary>The p value below which there is a mismatch: small, because a mismatch ends the comparison.</summary>
    public const double Threshold = 0.001;

    /// <summary>The p value of counts that are expected to be equal, 0..1; 1 without any, or with a single arm.</summary>
    /// <param name="counts">The count of each arm, 0 or more.</param>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static double PValue(IReadOnlyList<int> counts) => PValue(counts, [.. counts.Select(_ => 1.0 / counts.Count)]);

    /// <summary>
    /// The p value of counts, valid at every look: the probability, 0..1, that counts of the expected shares ever, up to now or later, are
    /// at least as unlikely as these. 1 without any, or with a single arm.
    /// </summary>
    /// <param name="counts">The count of each arm, 0 or more.</param>
    /// <param name="shares">The expected share of each arm, above 0, summing to 1.</param>
    /// <exception cref="ArgumentException">A count or a share is out of range, or their numbers differ.</exception>
    public static double PValue(IReadOnlyList<int> counts, IReadOnlyList<double> shares)
    {
        if (counts.Count != shares.Count)
            throw new ArgumentException($"{counts.Count} counts need as many shares, not {shares.Count}.", nameof(shares));
        if (counts.Any(count => count < 0))
            throw new ArgumentException("A count is not negative.", nameof(counts));
        if (shares.Any(share => !(share > 0)) || (shares.Count > 0 && Math.Abs(shares.Sum() - 1) > 1e-9))
            throw new ArgumentException("Shares are above 0 and sum to 1.", nameof(shares));
        if (counts.Count < 2)
            return 1;
        // As much weight as arms: uniform over all shares where equal ones are expected.
        double weight = counts.Count;
        var evidence = SpecialFunctions.GammaLn(weight) - SpecialFunctions.GammaLn(weight + counts.Sum(count => (double)count));
        foreach (var (count, share) in counts.Zip(shares))
        {
            var prior = weight * share;
            evidence += SpecialFunctions.GammaLn(prior + count) - SpecialFunctions.GammaLn(prior) - (count * Math.Log(share));
        }

        return Math.Min(1, Math.Exp(-evidence));
    }
}
