using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <param name="Start">The beginning of the hour or day, in UTC.</param>
/// <param name="N">How many marked drawings were drawn in it.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record PeriodStatistics(DateTimeOffset Start, int N, int Correct) : Proportion(N, Correct);
