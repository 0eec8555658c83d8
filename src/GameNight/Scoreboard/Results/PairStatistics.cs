using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>Two algorithms on the same marked drawings.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other one.</param>
/// <param name="BothRight">How many drawings both had right.</param>
/// <param name="OnlyFirst">How many only <paramref name="First"/> had right.</param>
/// <param name="OnlySecond">How many only <paramref name="Second"/> had right.</param>
/// <param name="BothWrong">How many neither had right.</param>
public sealed record PairStatistics(string First, string Second, int BothRight, int OnlyFirst, int OnlySecond, int BothWrong)
    : PairedOutcome(BothRight, OnlyFirst, OnlySecond, BothWrong)
{
    public override PairStatistics Reversed() => new(Second, First, BothRight, OnlySecond, OnlyFirst, BothWrong);
}
