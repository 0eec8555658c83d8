namespace GameNight.Statistics;

/// <summary>Adjusts the p values of several tests, so that all of them together err as seldom as a single one would.</summary>
/// <remarks>
/// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979) 65–70.
/// It is valid for any dependence between the tests, and rejects whatever Bonferroni's correction rejects.
/// </remarks>
public static class Holm
{
    /// <summary>
    /// The adjusted p values in the order of the given ones, each 0..1. If every hypothesis with an adjusted value below α is
    /// rejected, the probability that any rejection is wrong is at most α.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not in 0..1.</exception>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        foreach (var p in pValues)
        {
            if (p is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p value lies in 0..1.");
        }

        var adjusted = new double[pValues.Count];
        var (left, highest) = (pValues.Count, 0.0);
        foreach (var (index, p) in pValues.Index().OrderBy(entry => entry.Item))
            adjusted[index] = highest = Math.Max(highest, Math.Min(1, left-- * p));
        return adjusted;
    }
}
