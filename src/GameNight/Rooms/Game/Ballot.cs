namespace GameNight.Rooms.Game;

/// <summary>A drawing that a seat is to judge.</summary>
/// <param name="Seat">The juror.</param>
/// <param name="Drawing">The drawing, one of the round's or a known one.</param>
/// <param name="IsCast">Whether the juror has voted.</param>
/// <param name="Digit">What the juror reads, 0 to 9; null for no digit, and before the vote.</param>
/// <param name="Time">When the juror voted; null before that.</param>
public sealed record Ballot(int Seat, Guid Drawing, bool IsCast = false, int? Digit = null, DateTimeOffset? Time = null);
