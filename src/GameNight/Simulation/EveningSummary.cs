using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>The results of a simulated evening.</summary>
/// <param name="Plays">The number of drawings that were guessed and stored.</param>
/// <param name="Labels">The number of labelled drawings.</param>
/// <param name="Flips">The labels that are wrong on purpose.</param>
/// <param name="Accuracy">The accuracy of each algorithm on all drawings, measured by the digits that were meant.</param>
public sealed record EveningSummary(
    int Plays, int Labels, IReadOnlyList<FlippedLabel> Flips, IReadOnlyDictionary<string, Proportion> Accuracy);
