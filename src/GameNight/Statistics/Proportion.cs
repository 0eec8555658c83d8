using System.Globalization;

namespace GameNight.Statistics;

/// <summary>A number of right answers out of several, with the 95 % Wilson score interval of their share.</summary>
/// <param name="N">The number of answers, 0 or more.</param>
/// <param name="Correct">The number of right ones among them, 0 to <paramref name="N"/>.</param>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
/// Association 22 (1927) 209–212. It is valid for small n and near 0 and 1, where the textbook interval is not.
/// </remarks>
public record Proportion(int N, int Correct)
{
    /// <summary>The two-sided 95 % quantile of the normal distribution.</summary>
    public const double Z = 1.959963984540054;

    public int N { get; } = N >= 0
        ? N
        : throw new ArgumentOutOfRangeException(nameof(N), N, "A number of answers is not negative.");

    public int Correct { get; } = Correct >= 0 && Correct <= N
        ? Correct
        : throw new ArgumentOutOfRangeException(nameof(Correct), Correct, $"Of {N} answers, 0 to {N} can be right.");

    /// <summary>The share of right answers, 0..1; null without answers.</summary>
    public double? Accuracy => N == 0 ? null : (double)Correct / N;

    /// <summary>The lower end of the interval, from 0 to the accuracy; null without answers.</summary>
    public double? Low => Accuracy is { } p ? Interval(p, N).Low : null;

    /// <summary>The upper end of the interval, from the accuracy to 1; null without answers.</summary>
    public double? High => Accuracy is { } p ? Interval(p, N).High : null;

    /// <summary>The share, the number and the interval in words, in English.</summary>
    public string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{Accuracy:P2} of {N:N0} (95 % interval {Low:P2} – {High:P2})");

    /// <summary>The Wilson score interval of any share.</summary>
    /// <param name="share">0..1.</param>
    /// <param name="n">The number of independent observations, above 0; not a whole number where it is an effective size.</param>
    /// <param name="z">The two-sided quantile of the normal distribution for the level of confidence.</param>
    public static (double Low, double High) Interval(double share, double n, double z = Z)
    {
        var shrink = 1 / (1 + z * z / n);
        var centre = shrink * (share + z * z / (2 * n));
        var half = shrink * z * Math.Sqrt((share * (1 - share) + z * z / (4 * n)) / n);
        return (Math.Clamp(centre - half, 0, share), Math.Clamp(centre + half, share, 1));
    }
}
