namespace GameNight.Statistics;

/// <summary>The difference of two accuracies on different drawings, with its confidence interval.</summary>
/// <param name="Mean">The difference, −1..1; positive where the first accuracy is higher.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <remarks>
/// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// Statistics in Medicine 17 (1998) 873–890, method 10, which combines the Wilson intervals of both.
/// </remarks>
public sealed record ProportionDifference(double Mean, double Low, double High)
{
    /// <summary>The first accuracy minus the second; null where either has no answers.</summary>
    /// <param name="first">The accuracy that is compared.</param>
    /// <param name="second">The accuracy that it is compared with.</param>
    /// <param name="z">
    /// The two-sided quantile of the normal distribution for the level of confidence; 95 % unless given.
    /// </param>
    public static ProportionDifference? Of(Proportion first, Proportion second, double z = Proportion.Z)
    {
        if (first.Accuracy is not { } p || second.Accuracy is not { } q)
            return null;
        var ((low, high), (qLow, qHigh)) = (Proportion.Interval(p, first.N, z), Proportion.Interval(q, second.N, z));
        return new(p - q, p - q - double.Hypot(p - low, qHigh - q), p - q + double.Hypot(high - p, q - qLow));
    }
}
