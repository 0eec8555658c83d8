using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Training.Examples;

/// <summary>A labelled drawing to learn from or to evaluate on.</summary>
/// <param name="Id">The id of the observation.</param>
/// <param name="Player">
/// Who drew it. Examples are split by player, because drawings of one player resemble each other.
/// </param>
/// <param name="Ink">The strokes; null where the drawing came as pixels.</param>
/// <param name="Image">The normalised image, as the algorithms get it.</param>
/// <param name="Digit">The label, 0 to 9.</param>
public sealed record TrainingExample(Guid Id, string Player, Ink? Ink, DigitImage Image, int Digit);
