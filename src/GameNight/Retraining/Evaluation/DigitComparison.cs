using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>The same comparison on the drawings of one digit.</summary>
/// <param name="Digit">0 to 9.</param>
/// <param name="Candidate">What was just learned.</param>
/// <param name="Active">The version in service before.</param>
/// <param name="First">The version that came with the game.</param>
public sealed record DigitComparison(int Digit, Proportion Candidate, Proportion Active, Proportion First);
