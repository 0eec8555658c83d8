using System.Text.Json.Serialization;

namespace GameNight.Observations.Store;

/// <summary>The game that a drawing was made in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlayMode>))]
public enum PlayMode
{
    /// <summary>Any digit, which the player tells afterwards.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>A digit that people read and machines do not. Other people say which it is.</summary>
    [JsonStringEnumMemberName("fool")]
    Fool,

    /// <summary>As many of the digits that are asked for as can be read, against the clock.</summary>
    [JsonStringEnumMemberName("sprint")]
    Sprint,
}
