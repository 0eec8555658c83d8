namespace GameNight.Statistics;

/// <summary>So many right out of so many, with what is sure about it: the 95 % Wilson score interval.</summary>
/// <param name="N">How many were judged, 0 or more.</param>
/// <param name="Correct">How many of them were right, 0 to <paramref name="N"/>.</param>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
/// Association 22 (1927) 209–212. It holds for small n and near 0 and 1, where the textbook interval does not.
/// </remarks>
public record Proportion(int N, int Correct)
{
    /// <summary>The two-sided 95 % quantile of the normal distribution.</summary>
    public const double Z = 1.959963984540054;

    public int N { get; } = N >= 0 ? N : throw new ArgumentOutOfRangeException(nameof(N), N, "A count is not negative.");

    public int Correct { get; } = Correct >= 0 && Correct <= N ? Correct
        : throw new ArgumentOutOfRangeException(nameof(Correct), Correct, $"Of {N}, 0 to {N} can be right.");

    /// <summary>The share that is right, 0..1; null where nothing was judged.</summary>
    public double? Accuracy => N == 0 ? null : (double)Correct / N;

    /// <summary>The interval's lower end, from 0 to the accuracy; null where nothing was judged.</summary>
    public double? Low => Accuracy is { } p ? Interval(p, N).Low : null;

    /// <summary>The interval's upper end, from the accuracy to 1; null where nothing was judged.</summary>
    public double? High => Accuracy is { } p ? Interval(p, N).High : null;

    /// <summary>The same of any share.</summary>
    /// <param name="share">0..1.</param>
    /// <param name="n">Of how many that do not depend on each other, 1 or more.</param>
    /// <param name="z">The two-sided quantile of the normal distribution: how sure.</param>
    public static (double Low, double High) Interval(double share, double n, double z = Z)
    {
        var shrink = 1 / (1 + z * z / n);
        var centre = shrink * (share + z * z / (2 * n));
        var half = shrink * z * Math.Sqrt((share * (1 - share) + z * z / (4 * n)) / n);
        return (Math.Clamp(centre - half, 0, share), Math.Clamp(centre + half, share, 1));
    }
}
