namespace GameNight.Scoreboard;

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
    public static ProportionDifference? Of(Proportion first, Proportion second)
    {
        if (first is not { Accuracy: { } p, Low: { } low, High: { } high } || second is not { Accuracy: { } q, Low: { } qLow, High: { } qHigh })
            return null;
        return new(p - q, p - q - double.Hypot(p - low, qHigh - q), p - q + double.Hypot(high - p, q - qLow));
    }
}
