using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <param name="Digit">The true digit, 0 to 9.</param>
/// <param name="N">How many drawings were marked as it.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record DigitStatistics(int Digit, int N, int Correct) : Proportion(N, Correct);
