using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.Retraining;

/// <summary>How a run ended.</summary>
/// <param name="State">Activated, on trial or refused; failed where its version is published, but could not be activated.</param>
/// <param name="Description">What came of the run and why, in sentences for people.</param>
/// <param name="Version">The version that it published; null where it published none.</param>
/// <param name="Report">The figures.</param>
public sealed record RunOutcome(RunState State, string Description, string? Version, TrainingReport Report);
