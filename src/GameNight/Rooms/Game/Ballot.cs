namespace GameNight.Rooms.Game;

/// <summary>A drawing that a seat is to judge.</summary>
/// <param name="Seat">The juror.</param>
/// <param name="Drawing">The drawing, one of the round's or a known one.</param>
/// <param name="IsCast">Whether the juror has voted.</param>
/// <param name="Digit">What the juror reads, 0 to 9; null for no digit, and before the vote.</param>
/// <param name="Time">When the juror voted; null before that.</param>
public sealed record Ballot(int Seat, Guid Drawing, bool IsCast = false, int? Digit = null, DateTimeOffset? Time = null);

/// <summary>
/// Of two seats, one has read the digit that was asked for in the other's drawing, which the jury could not read: perhaps by luck, perhaps
/// because the two have talked. Neither judges the other until the end of the game, where there are enough others.
/// </summary>
/// <param name="One">The lower number of the two.</param>
/// <param name="Other">The higher one.</param>
public sealed record Doubt(int One, int Other)
{
    public static Doubt Between(int one, int other) => new(Math.Min(one, other), Math.Max(one, other));
}
