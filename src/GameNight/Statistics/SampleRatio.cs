using MathNet.Numerics;

namespace GameNight.Statistics;

/// <summary>
/// Whether as many players came to each arm as should have. Where they did not, something loses or moves players (an arm that
/// is slow, a filter, a fault of the assignment), and the arms can no longer be compared.
/// </summary>
/// <remarks>
/// Pearson's chi-square test of goodness of fit. A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled
/// experiments", KDD 2019. Count what is assigned, the players, not their drawings: those of one player come and go together.
/// Arms that <see cref="ThompsonSampling"/> chooses have no expected share.
/// </remarks>
public static class SampleRatio
{
    /// <summary>Below this p value the alarm is given: strict, because the test is looked at often and an alarm ends the comparison.</summary>
    public const double Alarm = 0.001;

    /// <summary>How often equal shares would be missed by at least this much, 0..1; 1 where nobody came or there is a single arm.</summary>
    /// <param name="players">How many players each arm got.</param>
    public static double PValue(IReadOnlyList<int> players) => PValue(players, [.. players.Select(_ => 1.0 / players.Count)]);

    /// <summary>How often the expected shares would be missed by at least this much, 0..1; 1 where nobody came or there is a single arm.</summary>
    /// <param name="players">How many players each arm got, 0 or more.</param>
    /// <param name="shares">What share of the players each arm should have got, above 0, summing to 1.</param>
    /// <exception cref="ArgumentException">The counts or the shares are none, or do not fit each other.</exception>
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
        var chiSquare = players.Zip(shares, (count, share) => (count - all * share) * (count - all * share) / (all * share)).Sum();
        return SpecialFunctions.GammaUpperRegularized((players.Count - 1) / 2.0, chiSquare / 2);
    }

    /// <summary>Whether the alarm is given for arms that should have equal shares.</summary>
    public static bool IsMismatch(IReadOnlyList<int> players) => PValue(players) < Alarm;
}
