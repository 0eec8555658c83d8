using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>A change that waits for the room's only writer.</summary>
internal abstract class RoomWork
{
    /// <returns>The room after it; the same where it changes nothing, also where it is refused.</returns>
    public abstract Room Apply(Room room, DateTimeOffset now, Presence presence);

    /// <summary>Tells who asked that it is done, and on the disk.</summary>
    public abstract void Complete();

    /// <summary>Tells who asked that it was not done.</summary>
    public abstract void Fail(Exception reason);
}

/// <inheritdoc/>
/// <typeparam name="T">What who asked is told.</typeparam>
internal sealed class RoomWork<T>(Func<Room, DateTimeOffset, Presence, (Room Room, T Result)> change) : RoomWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (T Result, RoomRefusedException? Refused) _outcome;

    public Task<T> Done => _done.Task;

    public override Room Apply(Room room, DateTimeOffset now, Presence presence)
    {
        try
        {
            var changed = change(room, now, presence);
            _outcome = (changed.Result, null);
            return changed.Room;
        }
        catch (RoomRefusedException e)
        {
            _outcome = (default!, e);
            return room;
        }
    }

    public override void Complete()
    {
        if (_outcome.Refused is { } refused)
            _done.TrySetException(refused);
        else
            _done.TrySetResult(_outcome.Result);
    }

    public override void Fail(Exception reason) => _done.TrySetException(reason);
}
