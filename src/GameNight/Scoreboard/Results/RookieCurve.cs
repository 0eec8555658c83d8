namespace GameNight.Scoreboard.Results;

/// <summary>
/// How one rookie got better: its guesses in the order in which the drawings were made, each before the rookie knew the answer.
/// </summary>
/// <param name="Version">The version of <c>rookie</c>.</param>
/// <param name="Steps">Its first drawings, the next ones, and so on; empty where none is labelled.</param>
public sealed record RookieCurve(string Version, IReadOnlyList<RookieStep> Steps);
