using GameNight.Drawing.Strokes;

namespace GameNight.Datasets;

/// <summary>A drawing of a data set.</summary>
/// <param name="Label">The digit that was meant, 0 to 9.</param>
/// <param name="Writer">
/// The number of the person who drew it. Data are split by writer, because drawings of one person resemble each other.
/// </param>
/// <param name="Strokes">The ink; times are absent where the recording has none.</param>
public sealed record RecordedInk(int Label, int Writer, Ink Strokes);
