using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one algorithm's guesses were right on the drawings of one digit.</summary>
/// <param name="Digit">The true digit, 0 to 9.</param>
/// <param name="N">How many drawings of it were guessed.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record DigitStatistics(int Digit, int N, int Correct) : Proportion(N, Correct);
