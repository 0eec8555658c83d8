using GameNight.Drawing.Strokes;

namespace GameNight.Datasets;

/// <param name="Label">0 to 9.</param>
/// <param name="Writer">Drawings of one person share it: data is split by it, never by drawing.</param>
/// <param name="Strokes">The drawing.</param>
public sealed record RecordedInk(int Label, int Writer, Ink Strokes);
