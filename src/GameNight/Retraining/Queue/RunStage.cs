using System.Text.Json.Serialization;

namespace GameNight.Retraining.Queue;

/// <summary>In this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStage>))]
public enum RunStage
{
    /// <summary>Reads the marked drawings.</summary>
    [JsonStringEnumMemberName("reading")]
    Reading,

    /// <summary>Looks for marks that contradict their drawings.</summary>
    [JsonStringEnumMemberName("reviewing")]
    Reviewing,

    [JsonStringEnumMemberName("learning")]
    Learning,

    /// <summary>Compares what was learned with what plays.</summary>
    [JsonStringEnumMemberName("judging")]
    Judging,

    [JsonStringEnumMemberName("publishing")]
    Publishing,

    [JsonStringEnumMemberName("activating")]
    Activating,
}
