using MathNet.Numerics.Distributions;

namespace GameNight.Statistics;

/// <summary>How two algorithms did on the same marked drawings.</summary>
/// <param name="BothRight">Drawings both guessed right, 0 or more.</param>
/// <param name="OnlyFirst">Drawings only the first guessed right, 0 or more.</param>
/// <param name="OnlySecond">Drawings only the second guessed right, 0 or more.</param>
/// <param name="BothWrong">Drawings neither guessed right, 0 or more.</param>
public record PairedOutcome(int BothRight, int OnlyFirst, int OnlySecond, int BothWrong)
{
    public int BothRight { get; } = NotNegative(BothRight, nameof(BothRight));

    public int OnlyFirst { get; } = NotNegative(OnlyFirst, nameof(OnlyFirst));

    public int OnlySecond { get; } = NotNegative(OnlySecond, nameof(OnlySecond));

    public int BothWrong { get; } = NotNegative(BothWrong, nameof(BothWrong));

    /// <summary>The drawings both have guessed.</summary>
    public int N => BothRight + Discordant + BothWrong;

    /// <summary>The drawings that only one of them guessed right: the only ones that tell them apart.</summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>
    /// McNemar's exact two-sided p value, 0..1: how often two algorithms that are equally good would differ by at least this
    /// much, if each of the drawings that tell them apart fell to either as a coin does. 1 where no drawing does.
    /// </summary>
    /// <remarks>
    /// Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika 12
    /// (1947) 153–157; exact by the binomial distribution, twice the smaller tail.
    /// </remarks>
    public double PValue => Math.Min(1, 2 * Binomial.CDF(0.5, Discordant, Math.Min(OnlyFirst, OnlySecond)));

    /// <summary>The same, seen from the other side.</summary>
    public virtual PairedOutcome Reversed() => new(BothRight, OnlySecond, OnlyFirst, BothWrong);

    private static int NotNegative(int count, string name) =>
        count >= 0 ? count : throw new ArgumentOutOfRangeException(name, count, "A count is not negative.");
}
