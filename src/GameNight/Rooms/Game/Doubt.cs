namespace GameNight.Rooms.Game;

/// <summary>
/// A juror has read the digit that was asked for in a drawing which the jury could not read: perhaps by luck, perhaps because the two have
/// talked. Others judge that drawer's drawings from then on, where there are enough of them.
/// </summary>
/// <param name="Juror">The juror's seat.</param>
/// <param name="Drawer">The drawer's seat.</param>
public sealed record Doubt(int Juror, int Drawer);
