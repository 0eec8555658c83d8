namespace GameNight.Experiments;

/// <param name="Mode"><c>lot</c>, <c>arms</c> or <c>sampling</c>.</param>
/// <param name="Night">Tonight's name, like <c>2026-11-20</c>.</param>
/// <param name="Arms">The ids of the algorithms among which the app chooses.</param>
public sealed record ExperimentResponse(ExperimentMode Mode, string Night, IReadOnlyList<string> Arms);
