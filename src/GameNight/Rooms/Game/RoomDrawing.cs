using GameNight.Observations.Store;

namespace GameNight.Rooms.Game;

/// <summary>A drawing of the round that goes on.</summary>
/// <param name="Seat">Who has drawn it.</param>
/// <param name="Play">The drawing with every machine's guess, as it will be stored, but for its votes.</param>
public sealed record RoomDrawing(int Seat, Observation Play)
{
    public Guid Id => Play.Id;

    /// <summary>The digit that was asked for, 0 to 9.</summary>
    public int Asked => Play.Task!.Asked!.Value;
}
