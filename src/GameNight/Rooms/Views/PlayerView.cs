namespace GameNight.Rooms.Views;

/// <summary>Somebody in the room, as everybody is told.</summary>
/// <param name="Seat">The seat's number.</param>
/// <param name="Name">As everybody sees it.</param>
/// <param name="Points">In this game.</param>
/// <param name="Rank">From 1; equal points share it.</param>
/// <param name="Connected">Whether the phone is there, or was until a moment ago.</param>
/// <param name="Watching">Whether the person votes and does not draw.</param>
/// <param name="Acted">Whether the seat has done what the phase asks of it; false where it asks for nothing.</param>
/// <param name="Team">The team's number; null where everybody plays alone.</param>
public sealed record PlayerView(int Seat, string Name, int Points, int Rank, bool Connected, bool Watching, bool Acted, int? Team);
