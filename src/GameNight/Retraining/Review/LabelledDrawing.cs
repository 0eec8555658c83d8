using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>A labelled drawing before the review of its label.</summary>
/// <param name="Example">The drawing and its label.</param>
/// <param name="IsTrusted">
/// Whether the host has confirmed the label in a review; then it is not doubted. A label that merely came with the host's token is
/// doubted like any other.
/// </param>
/// <param name="Play">How and when it came in, and what was guessed.</param>
public sealed record LabelledDrawing(TrainingExample Example, bool IsTrusted, PlayCircumstances Play);
