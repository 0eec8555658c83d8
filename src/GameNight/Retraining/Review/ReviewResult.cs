using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>Which labels may be learned from.</summary>
/// <param name="Accepted">The examples that may be learned from.</param>
/// <param name="Suspects">The labels that may not, unless the host confirms them.</param>
public sealed record ReviewResult(IReadOnlyList<TrainingExample> Accepted, IReadOnlyList<DoubtedLabel> Suspects);
