using System.Text.Json.Serialization;

namespace GameNight.Experiments;

/// <summary>How the app chooses an algorithm for players who want a surprise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentMode>))]
public enum ExperimentMode
{
    /// <summary>For each drawing one is drawn by an even lot, and the player may bet on who it is.</summary>
    [JsonStringEnumMemberName("lot")]
    Lot,

    /// <summary>Each player keeps one contestant for the night.</summary>
    [JsonStringEnumMemberName("arms")]
    Arms,

    /// <summary>For each drawing one is drawn by lot, the better ones more often.</summary>
    [JsonStringEnumMemberName("sampling")]
    Sampling,
}
