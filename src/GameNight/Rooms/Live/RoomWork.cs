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
