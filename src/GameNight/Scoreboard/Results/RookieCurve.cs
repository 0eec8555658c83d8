using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>
/// How one rookie got better: its guesses in the order in which the drawings were made, each before the rookie knew the answer.
/// </summary>
/// <param name="Version">The version of <c>rookie</c>.</param>
/// <param name="Steps">Its first drawings, the next ones, and so on; empty where none is labelled.</param>
public sealed record RookieCurve(string Version, IReadOnlyList<RookieStep> Steps);

/// <summary>Some labelled drawings in a row that a rookie has guessed.</summary>
/// <param name="First">The number of the first of them, from 1.</param>
/// <param name="Rookie">How many the rookie read correctly.</param>
/// <param name="Others">How many guesses of all other algorithms at the same drawings there were, and how many were right.</param>
public sealed record RookieStep(int First, Proportion Rookie, Proportion Others)
{
    /// <summary>The number of the last of them.</summary>
    public int Last => First + Rookie.N - 1;
}
