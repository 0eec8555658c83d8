namespace GameNight.Scoreboard;

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
    public double? Low => Accuracy is { } p ? Math.Clamp(Centre(p) - HalfWidth(p), 0, p) : null;

    /// <summary>The interval's upper end, from the accuracy to 1; null where nothing was judged.</summary>
    public double? High => Accuracy is { } p ? Math.Clamp(Centre(p) + HalfWidth(p), p, 1) : null;

    private double Shrink => 1 / (1 + Z * Z / N);

    private double Centre(double p) => Shrink * (p + Z * Z / (2 * N));

    private double HalfWidth(double p) => Shrink * Z * Math.Sqrt((p * (1 - p) + Z * Z / (4 * N)) / N);
}
