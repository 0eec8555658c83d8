namespace GameNight.Rooms.Game;

/// <summary>
/// Gets for a room what takes a store or a machine, beside the game: nobody waits for it, and what it finds is put into the room
/// afterwards.
/// </summary>
public interface IRoomPreparation
{
    /// <summary>Finds what the room lacks at this point.</summary>
    /// <returns>Puts it into the room as that is by then; null where nothing is missing.</returns>
    /// <exception cref="Storage.StoreException">The store cannot be read; it is tried again.</exception>
    Task<Func<Room, Room>?> FindAsync(Room room, CancellationToken cancellation);
}
