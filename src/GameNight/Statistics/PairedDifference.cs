namespace GameNight.Statistics;

/// <summary>By how much one model is better than another on the same drawings, with the 95 % interval.</summary>
/// <param name="Mean">The difference; positive where the first model is better.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
public sealed record PairedDifference(double Mean, double Low, double High)
{
    /// <summary>The difference of the accuracies, −1..1.</summary>
    /// <param name="wins">The number of drawings that only the first model classified correctly.</param>
    /// <param name="losses">The number of drawings that only the second one classified correctly.</param>
    /// <param name="n">The number of all drawings, at least 1.</param>
    /// <remarks>
    /// A. Agresti, Y. Min, "Simple improved confidence intervals for comparing matched proportions", Statistics in Medicine 24
    /// (2005) 729–740: the interval adds half a drawing to each of the four cells. The mean is the plain difference.
    /// </remarks>
    public static PairedDifference OfShares(int wins, int losses, int n)
    {
        var (b, c, m) = (wins + 0.5, losses + 0.5, n + 2.0);
        var centre = (b - c) / m;
        var width = Proportion.Z * Math.Sqrt(b + c - (b - c) * (b - c) / m) / m;
        return new PairedDifference((double)(wins - losses) / n, centre - width, centre + width);
    }

    /// <summary>
    /// The mean by which the first model's loss is smaller than the second one's, with its normal approximation.
    /// </summary>
    /// <param name="first">The first model's loss on each drawing; at least one.</param>
    /// <param name="second">The second model's loss on the same drawings, in the same order.</param>
    public static PairedDifference OfLosses(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var gains = second.Zip(first, (secondLoss, firstLoss) => secondLoss - firstLoss).ToList();
        var mean = gains.Average();
        if (gains.Count < 2)
            return new PairedDifference(mean, double.NegativeInfinity, double.PositiveInfinity);
        var variance = gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Count - 1);
        var width = Proportion.Z * Math.Sqrt(variance / gains.Count);
        return new PairedDifference(mean, mean - width, mean + width);
    }
}
