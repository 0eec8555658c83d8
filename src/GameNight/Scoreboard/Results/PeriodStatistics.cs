using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one series' guesses were right within an hour or a night.</summary>
/// <param name="Start">The first moment of the hour or night.</param>
/// <param name="N">How many labelled drawings of that time were guessed.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record PeriodStatistics(DateTimeOffset Start, int N, int Correct) : Proportion(N, Correct);
