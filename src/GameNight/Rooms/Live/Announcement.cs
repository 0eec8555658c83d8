using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>A room as everybody may know it: it is on the disk.</summary>
/// <param name="Room">The room.</param>
/// <param name="Presence">Who is there.</param>
public sealed record Announcement(Room Room, Presence Presence)
{
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when there is a newer one.</summary>
    public Task Superseded => _superseded.Task;

    internal void Supersede() => _superseded.TrySetResult();
}
