namespace GameNight.Statistics;

/// <summary>Keeps a page that makes many comparisons as careful as one that makes a single one.</summary>
/// <remarks>
/// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979) 65–70.
/// It holds however the comparisons depend on each other, and gives up nothing that Bonferroni's correction keeps.
/// </remarks>
public static class Holm
{
    /// <summary>
    /// The adjusted p values, in the order of the given ones, each 0..1. Calling a difference real where its adjusted value is
    /// below some level errs anywhere on the page with at most that probability.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A p value does not lie in 0..1.</exception>
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
