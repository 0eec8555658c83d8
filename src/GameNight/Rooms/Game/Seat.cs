namespace GameNight.Rooms.Game;

/// <summary>A person in a room. A seat lasts as long as the room, or until the next game after its person has left.</summary>
/// <param name="Number">From 1, in the order of coming.</param>
/// <param name="Player">The player's id, which nobody else is told.</param>
/// <param name="Name">Unlike the names of the others who are here.</param>
/// <param name="IsWatching">Whether the person votes and does not draw, because all drawers' seats were taken.</param>
/// <param name="HasMoreTime">Whether tasks last twice as long for this seat.</param>
/// <param name="HasLeft">Whether the person has left; coming again brings the seat back.</param>
/// <param name="Since">When the person came first.</param>
public sealed record Seat(
    int Number, string Player, string Name, bool IsWatching = false, bool HasMoreTime = false, bool HasLeft = false,
    DateTimeOffset Since = default);
