using System.Text.Json.Serialization;

namespace GameNight.Rooms.Game;

/// <summary>Why a room's clock stands still.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoomPause>))]
public enum RoomPause
{
    /// <summary>It runs.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The screen wants it.</summary>
    [JsonStringEnumMemberName("screen")]
    Screen,

    /// <summary>The screen was away when a phase ended. The room goes on when it is back.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,
}
