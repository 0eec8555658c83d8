using System.Text.Json;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>What the store has of a room's code.</summary>
/// <param name="Address">Where phones reach the room's process; null where that does not say so.</param>
/// <param name="Owner">Names the room, without its secret.</param>
/// <param name="Until">When it ends, by the clock of its owner.</param>
internal sealed record RoomClaim(Uri? Address, string? Owner, DateTimeOffset Until)
{
    public static RoomClaim? Read(Document? document) =>
        document is null ? null : JsonSerializer.Deserialize<RoomClaim>(document.Content);

    /// <summary>Whether another room may have the code, whatever the clocks of the two show.</summary>
    public bool IsExpired(DateTimeOffset now) => now >= Until + RoomClaims.Margin;
}
