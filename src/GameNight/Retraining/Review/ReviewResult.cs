using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <param name="Accepted">What may be learned from.</param>
/// <param name="Suspects">What may not, until the host says so.</param>
public sealed record ReviewResult(IReadOnlyList<TrainingExample> Accepted, IReadOnlyList<DoubtedLabel> Suspects);
