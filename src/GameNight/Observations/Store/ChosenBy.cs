using System.Text.Json.Serialization;

namespace GameNight.Observations.Store;

/// <summary>Who chose the algorithm whose answer a player was shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChosenBy>))]
public enum ChosenBy
{
    /// <summary>The player did.</summary>
    [JsonStringEnumMemberName("player")]
    Player,

    /// <summary>The player wanted a surprise, and keeps the same one for the night.</summary>
    [JsonStringEnumMemberName("arm")]
    Arm,

    /// <summary>The player wanted a surprise, and whoever did well lately is drawn more often.</summary>
    [JsonStringEnumMemberName("sampling")]
    Sampling,
}
