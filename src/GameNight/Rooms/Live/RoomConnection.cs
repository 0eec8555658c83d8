namespace GameNight.Rooms.Live;

/// <summary>An open event stream of a phone, or of the screen.</summary>
/// <param name="seat">The seat's number; null for the screen.</param>
/// <param name="id">By which the screen's commands are told from another screen's; null where it gave none.</param>
public sealed class RoomConnection(int? seat, string? id)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int? Seat => seat;

    public string? Id => id;

    /// <summary>Completes when a newer one of the same seat, or another screen, has taken its place.</summary>
    public Task Replaced => _replaced.Task;

    internal void Replace() => _replaced.TrySetResult();
}
