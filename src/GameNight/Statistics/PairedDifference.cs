namespace GameNight.Statistics;

/// <summary>How much better one model is than another on the same drawings, with the 95 % interval.</summary>
/// <param name="Mean">Positive where the first is better.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
public sealed record PairedDifference(double Mean, double Low, double High)
{
    /// <summary>Of the shares that are right: with the drawings that only one of them read correctly, of n.</summary>
    /// <remarks>
    /// A. Agresti and Y. Min, "Simple improved confidence intervals for comparing matched proportions", Statistics in Medicine 24
    /// (2005) 729–740: half a drawing is added to each of the four cells. The mean is the plain one.
    /// </remarks>
    /// <param name="wins">Read correctly by the first alone.</param>
    /// <param name="losses">Read correctly by the second alone.</param>
    /// <param name="n">All drawings, at least one.</param>
    public static PairedDifference OfShares(int wins, int losses, int n)
    {
        var (b, c, m) = (wins + 0.5, losses + 0.5, n + 2.0);
        var centre = (b - c) / m;
        var width = Proportion.Z * Math.Sqrt(b + c - (b - c) * (b - c) / m) / m;
        return new PairedDifference((double)(wins - losses) / n, centre - width, centre + width);
    }

    /// <summary>Of losses, the second's less the first's: a mean of paired differences, normal approximation.</summary>
    /// <param name="first">The first's loss on each drawing.</param>
    /// <param name="second">The second's on the same drawings.</param>
    public static PairedDifference OfLosses(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var gains = second.Zip(first, (theirs, ours) => theirs - ours).ToList();
        var mean = gains.Average();
        var width = gains.Count < 2 ? double.PositiveInfinity : Proportion.Z * Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Count - 1) / gains.Count);
        return new PairedDifference(mean, mean - width, mean + width);
    }
}
