using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one series' guesses were right within an hour or a day.</summary>
/// <param name="Start">The beginning of the hour or day, in UTC.</param>
/// <param name="N">How many labelled drawings of that time were guessed.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record PeriodStatistics(DateTimeOffset Start, int N, int Correct) : Proportion(N, Correct);
