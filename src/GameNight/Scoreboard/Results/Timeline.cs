namespace GameNight.Scoreboard.Results;

/// <summary>How an algorithm's accuracy went.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Periods">Oldest first; a period without a marked drawing is left out.</param>
public sealed record Timeline(string Algorithm, IReadOnlyList<PeriodStatistics> Periods);
