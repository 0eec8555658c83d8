using GameNight.Statistics;

namespace GameNight.Simulation;

/// <param name="Plays">How many drawings were guessed and stored.</param>
/// <param name="Marks">How many of them were marked.</param>
/// <param name="Flips">The marks that are wrong on purpose.</param>
/// <param name="Accuracy">By algorithm, over all plays, by the digit that was meant.</param>
public sealed record EveningSummary(int Plays, int Marks, IReadOnlyList<FlippedLabel> Flips, IReadOnlyDictionary<string, Proportion> Accuracy);
