namespace GameNight.Statistics;

/// <summary>By how much one share of right answers exceeds that on other drawings, with the 95 % interval.</summary>
/// <param name="Mean">Positive where the first share is larger, −1..1.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
/// <remarks>
/// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// Statistics in Medicine 17 (1998) 873–890, method 10: from the Wilson intervals of both.
/// </remarks>
public sealed record ProportionDifference(double Mean, double Low, double High)
{
    /// <returns>Null where one of them has nothing to judge by.</returns>
    /// <param name="first">What is compared.</param>
    /// <param name="second">What it is compared with.</param>
    /// <param name="z">The two-sided quantile of the normal distribution: how sure.</param>
    public static ProportionDifference? Of(Proportion first, Proportion second, double z = Proportion.Z)
    {
        if (first.Accuracy is not { } p || second.Accuracy is not { } q)
            return null;
        var ((low, high), (qLow, qHigh)) = (Proportion.Interval(p, first.N, z), Proportion.Interval(q, second.N, z));
        return new(p - q, p - q - double.Hypot(p - low, qHigh - q), p - q + double.Hypot(high - p, q - qLow));
    }
}
