using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>Two algorithms, or series, on the labelled drawings that both guessed.</summary>
/// <param name="First">The name of one series (see <see cref="SeriesName"/>).</param>
/// <param name="Second">The name of the other.</param>
/// <param name="BothRight">How many drawings both guessed right.</param>
/// <param name="OnlyFirst">How many only <paramref name="First"/> guessed right.</param>
/// <param name="OnlySecond">How many only <paramref name="Second"/> guessed right.</param>
/// <param name="BothWrong">How many neither guessed right.</param>
public sealed record PairStatistics(string First, string Second, int BothRight, int OnlyFirst, int OnlySecond, int BothWrong)
    : PairedOutcome(BothRight, OnlyFirst, OnlySecond, BothWrong)
{
    public override PairStatistics Reversed() => new(Second, First, BothRight, OnlySecond, OnlyFirst, BothWrong);
}
