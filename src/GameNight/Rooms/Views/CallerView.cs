namespace GameNight.Rooms.Views;

/// <summary>The caller, as the caller is told.</summary>
/// <param name="Seat">The seat's number.</param>
/// <param name="Name">As everybody sees it.</param>
/// <param name="Points">In this game.</param>
/// <param name="Rank">From 1; equal points share it.</param>
/// <param name="Gap">How many points the next better one has more; 0 for the first.</param>
/// <param name="Watching">Whether the caller votes and does not draw.</param>
/// <param name="MoreTime">Whether tasks last twice as long for the caller.</param>
/// <param name="Team">The team's number; null where everybody plays alone.</param>
public sealed record CallerView(int Seat, string Name, int Points, int Rank, int Gap, bool Watching, bool MoreTime, int? Team);
