namespace GameNight.Rooms.Game;

/// <summary>A title for somebody at the end of a game.</summary>
/// <param name="Title">In two or three words.</param>
/// <param name="Seat">Who gets it.</param>
/// <param name="Why">What for, as the end of a sentence that begins with the name.</param>
public sealed record Award(string Title, int Seat, string Why);
