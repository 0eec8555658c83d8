namespace GameNight.Scoreboard.Results;

/// <summary>The accuracy of a series over time.</summary>
/// <param name="Algorithm">The series' name (see <see cref="SeriesName"/>).</param>
/// <param name="Periods">Oldest first; a period without a labelled drawing is left out.</param>
public sealed record Timeline(string Algorithm, IReadOnlyList<PeriodStatistics> Periods);
