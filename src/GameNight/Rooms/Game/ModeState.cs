namespace GameNight.Rooms.Game;

/// <summary>What a mode keeps in a room beside drawings, votes and points. It is written to the disk with the room.</summary>
public abstract record ModeState
{
    /// <summary>
    /// What is large and never changes, such as images: it is written once, and not again with every change of the room. The JSON of the
    /// state is without it.
    /// </summary>
    public virtual IEnumerable<RoomPart> GetParts() => [];

    /// <summary>The state as it was read from the disk, with its parts. What lacks its part is left out.</summary>
    public virtual ModeState WithParts(IReadOnlyDictionary<Guid, byte[]> parts) => this;
}

/// <param name="Id">Unique in the room. The same id has the same content for ever.</param>
/// <param name="Content">Some kilobytes at most.</param>
public sealed record RoomPart(Guid Id, byte[] Content);
