using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>A lesson before it is known whether its label can be trusted.</summary>
/// <param name="Lesson">The drawing and what it was marked as.</param>
/// <param name="IsTrusted">The host has reviewed it: it is not doubted. A mark that merely came with the host's token is a mark like any other.</param>
public sealed record LabelledDrawing(TrainingExample Lesson, bool IsTrusted);
