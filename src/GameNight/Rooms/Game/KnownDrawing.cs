using GameNight.Drawing.Strokes;

namespace GameNight.Rooms.Game;

/// <summary>A drawing of an earlier evening whose digit is known, by which a juror's attention is seen.</summary>
/// <param name="Id">A new id, which does not tell it from the others.</param>
/// <param name="Ink">The strokes.</param>
/// <param name="Digit">0 to 9.</param>
/// <param name="Source">Whose it is; null for one that the game has drawn itself.</param>
public sealed record KnownDrawing(Guid Id, Ink Ink, int Digit, KnownSource? Source = null);

/// <summary>Where a known drawing comes from: its player never judges it, and may have it deleted.</summary>
/// <param name="Observation">The observation's id.</param>
/// <param name="Player">The id of the player who drew it.</param>
/// <param name="Time">When it was drawn.</param>
public sealed record KnownSource(Guid Observation, string Player, DateTimeOffset Time);
