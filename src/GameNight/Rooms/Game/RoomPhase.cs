using System.Text.Json.Serialization;

namespace GameNight.Rooms.Game;

/// <summary>What happens in a room at the moment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoomPhase>))]
public enum RoomPhase
{
    /// <summary>People come in, until the screen starts the game.</summary>
    [JsonStringEnumMemberName("lobby")]
    Lobby,

    /// <summary>The screen says what the round is about.</summary>
    [JsonStringEnumMemberName("brief")]
    Brief,

    [JsonStringEnumMemberName("draw")]
    Draw,

    /// <summary>People say what they read in each other's drawings.</summary>
    [JsonStringEnumMemberName("jury")]
    Jury,

    /// <summary>The machines' guesses are shown, and what everybody gets for them.</summary>
    [JsonStringEnumMemberName("reveal")]
    Reveal,

    /// <summary>Who leads.</summary>
    [JsonStringEnumMemberName("board")]
    Board,

    /// <summary>Who has won. From here the screen leads back to the lobby, with the same people.</summary>
    [JsonStringEnumMemberName("podium")]
    Podium,
}
