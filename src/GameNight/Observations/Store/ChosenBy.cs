using System.Text.Json.Serialization;

namespace GameNight.Observations.Store;

/// <summary>Who chose the algorithm whose answer a player was shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChosenBy>))]
public enum ChosenBy
{
    /// <summary>The player did.</summary>
    [JsonStringEnumMemberName("player")]
    Player,

    /// <summary>The player asked for a surprise and was assigned one algorithm for the whole night.</summary>
    [JsonStringEnumMemberName("arm")]
    Arm,

    /// <summary>
    /// The player asked for a surprise, and it was drawn for this drawing: the better an algorithm did lately, the likelier.
    /// </summary>
    [JsonStringEnumMemberName("sampling")]
    Sampling,

    /// <summary>The player asked for a surprise, and it was drawn for this drawing, each algorithm with the same chance.</summary>
    [JsonStringEnumMemberName("lot")]
    Lot,
}
