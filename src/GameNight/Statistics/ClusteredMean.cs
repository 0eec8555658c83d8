using MathNet.Numerics.Distributions;

namespace GameNight.Statistics;

/// <summary>The mean of values that come in clusters, such as drawings of people, with an interval that takes the clusters as its
/// units.</summary>
/// <param name="Mean">The mean of all values.</param>
/// <param name="StandardError">Its standard error; null for fewer than two clusters, whose spread nobody knows.</param>
/// <param name="Clusters">How many clusters there are.</param>
/// <param name="N">How many values.</param>
/// <remarks>
/// The linearised variance of a ratio: K.-Y. Liang, S. L. Zeger, "Longitudinal data analysis using generalized linear models",
/// Biometrika 73 (1986) 13–22; with G / (G − 1) and Student's t with G − 1 degrees of freedom for G clusters, as in A. C. Cameron,
/// D. L. Miller, "A practitioner's guide to cluster-robust inference", Journal of Human Resources 50 (2015) 317–372. As in
/// <see cref="PairedDifference.OfShares"/>, half a gain and half a loss of one are added to the spread, so that a few values which
/// happen to agree are not certain.
/// </remarks>
public sealed record ClusteredMean(double Mean, double? StandardError, int Clusters, int N)
{
    /// <summary>The lower end of the 95 % interval; null without a standard error.</summary>
    public double? Low => Mean - Reach(0.975);

    /// <summary>The upper end of the 95 % interval; null without a standard error.</summary>
    public double? High => Mean + Reach(0.975);

    /// <summary>The bound above which the true mean lies with a confidence of 95 %; null without a standard error.</summary>
    public double? AtLeast => Mean - Reach(0.95);

    /// <summary>
    /// The standard error, widened as Student's t is wider than the normal distribution; null without a standard error.
    /// </summary>
    public double? NormalError => Reach(0.975) / Proportion.Z;

    /// <param name="values">At least one.</param>
    /// <param name="clusters">The cluster of each value.</param>
    /// <exception cref="ArgumentException">There are no values, or not as many clusters.</exception>
    public static ClusteredMean Of(IReadOnlyList<double> values, IReadOnlyList<string> clusters)
    {
        if (values.Count == 0 || values.Count != clusters.Count)
            throw new ArgumentException($"{values.Count} values need as many clusters, not {clusters.Count}.", nameof(values));
        var sums = new Dictionary<string, (int Count, double Sum)>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            var (count, sum) = sums.GetValueOrDefault(clusters[i]);
            sums[clusters[i]] = (count + 1, sum + values[i]);
        }

        var (n, mean) = (values.Count, values.Average());
        if (sums.Count < 2)
            return new ClusteredMean(mean, StandardError: null, sums.Count, n);
        var squares = sums.Values.Sum(cluster => Math.Pow(cluster.Sum - cluster.Count * mean, 2));
        var variance = (squares * sums.Count / (sums.Count - 1) + 0.5) / n / n;
        return new ClusteredMean(mean, Math.Sqrt(variance), sums.Count, n);
    }

    private double? Reach(double quantile) => StandardError * StudentT.InvCDF(0, 1, Math.Max(1, Clusters - 1), quantile);
}
