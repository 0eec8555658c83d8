namespace GameNight.Rooms.Live;

/// <summary>An open event stream of a phone, or of the screen.</summary>
/// <param name="seat">The seat's number; null for the screen.</param>
/// <param name="id">By which the screen's commands are told from another screen's; null where it gave none.</param>
/// <param name="opened">When the phone opened it, by the phone's own clock in milliseconds; null where it didn't say.</param>
public sealed class RoomConnection(int? seat, string? id, long? opened = null)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int? Seat => seat;

    public string? Id => id;

    /// <summary>Whether the phone opened it before another one, which has arrived first.</summary>
    internal bool IsOlderThan(RoomConnection other) => opened < other.Opened;

    private long? Opened => opened;

    /// <summary>Completes when a newer one of the same seat, or another screen, has taken its place.</summary>
    public Task Replaced => _replaced.Task;

    internal void Replace() => _replaced.TrySetResult();
}
