using GameNight.Drawing.Strokes;

namespace GameNight.Rooms.Game;

/// <summary>A drawing of an earlier evening whose digit is known, by which a juror's attention is seen.</summary>
/// <param name="Id">A new id, which does not tell it from the others.</param>
/// <param name="Ink">The strokes.</param>
/// <param name="Digit">0 to 9.</param>
public sealed record KnownDrawing(Guid Id, Ink Ink, int Digit);
