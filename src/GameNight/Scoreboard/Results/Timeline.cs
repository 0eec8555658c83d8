using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How an algorithm's accuracy went.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Periods">Oldest first; a period without a marked drawing is left out.</param>
public sealed record Timeline(string Algorithm, IReadOnlyList<PeriodStatistics> Periods);

/// <param name="Start">The beginning of the hour or day, in UTC.</param>
/// <param name="N">How many marked drawings were drawn in it.</param>
/// <param name="Correct">How many of them were guessed right.</param>
public sealed record PeriodStatistics(DateTimeOffset Start, int N, int Correct) : Proportion(N, Correct);

public enum TimeStep
{
    Hour,
    Day,
}
