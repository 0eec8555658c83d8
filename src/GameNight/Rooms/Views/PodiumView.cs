namespace GameNight.Rooms.Views;

/// <summary>A place at the end of a game.</summary>
/// <param name="Seat">The seat's number.</param>
/// <param name="Name">As everybody sees it.</param>
/// <param name="Points">In this game.</param>
/// <param name="Rank">From 1; equal points share it.</param>
public sealed record PodiumView(int Seat, string Name, int Points, int Rank);

/// <summary>A title for somebody besides the winner.</summary>
/// <param name="Title">In two or three words.</param>
/// <param name="Seat">The seat's number.</param>
/// <param name="Name">As everybody sees it.</param>
/// <param name="Why">What for, as the end of a sentence that begins with the name.</param>
public sealed record AwardView(string Title, int Seat, string Name, string Why);
