using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.Retraining;

/// <param name="State">Activated or refused.</param>
/// <param name="Words">What came of it, and why.</param>
/// <param name="Version">What was published; null where nothing was.</param>
/// <param name="Receipt">The numbers.</param>
public sealed record RunOutcome(RunState State, string Words, string? Version, TrainingReport Receipt);
