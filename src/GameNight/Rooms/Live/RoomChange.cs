using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>A change whose result somebody waits for.</summary>
/// <typeparam name="T">What who asked is told.</typeparam>
internal sealed class RoomChange<T>(Func<Room, DateTimeOffset, Presence, (Room Room, T Result)> change) : RoomWork
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
