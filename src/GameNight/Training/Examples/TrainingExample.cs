using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Training.Examples;

/// <summary>A labelled drawing to learn from, or to judge by.</summary>
/// <param name="Id">The observation.</param>
/// <param name="Player">Who drew it: people are split by it, never drawings.</param>
/// <param name="Ink">The strokes; null where the drawing came as pixels.</param>
/// <param name="Image">What the contestants see of it.</param>
/// <param name="Digit">What it was meant to be, 0 to 9.</param>
public sealed record TrainingExample(Guid Id, string Player, Ink? Ink, DigitImage Image, int Digit);
