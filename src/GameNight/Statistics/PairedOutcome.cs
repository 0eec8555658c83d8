using MathNet.Numerics.Distributions;

namespace GameNight.Statistics;

/// <summary>The results of two algorithms on the same labelled drawings.</summary>
/// <param name="BothRight">The number of drawings that both guessed right.</param>
/// <param name="OnlyFirst">The number of drawings that only the first one guessed right.</param>
/// <param name="OnlySecond">The number of drawings that only the second one guessed right.</param>
/// <param name="BothWrong">The number of drawings that neither guessed right.</param>
public record PairedOutcome(int BothRight, int OnlyFirst, int OnlySecond, int BothWrong)
{
    public int BothRight { get; } = NotNegative(BothRight, nameof(BothRight));

    public int OnlyFirst { get; } = NotNegative(OnlyFirst, nameof(OnlyFirst));

    public int OnlySecond { get; } = NotNegative(OnlySecond, nameof(OnlySecond));

    public int BothWrong { get; } = NotNegative(BothWrong, nameof(BothWrong));

    /// <summary>The number of drawings.</summary>
    public int N => BothRight + Discordant + BothWrong;

    /// <summary>
    /// The number of drawings that exactly one of them guessed right: the ones that tell the algorithms apart.
    /// </summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>
    /// McNemar's exact two-sided p value, 0..1: the probability that two equally good algorithms differ by at least this much,
    /// where each discordant drawing is as likely right by either. 1 without discordant drawings.
    /// </summary>
    /// <remarks>
    /// Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika 12
    /// (1947) 153–157; exact, as twice the smaller tail of the binomial distribution.
    /// </remarks>
    public double PValue => Math.Min(1, 2 * Binomial.CDF(0.5, Discordant, Math.Min(OnlyFirst, OnlySecond)));

    /// <summary>The same results with the algorithms exchanged.</summary>
    public virtual PairedOutcome Reversed() => new(BothRight, OnlySecond, OnlyFirst, BothWrong);

    private static int NotNegative(int count, string name) =>
        count >= 0 ? count : throw new ArgumentOutOfRangeException(name, count, "A count is not negative.");
}
