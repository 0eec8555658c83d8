using System.Text.Json.Serialization;

namespace GameNight.Retraining.Queue;

/// <summary>The stages of a run that is executed, in this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStage>))]
public enum RunStage
{
    /// <summary>Reads the labelled drawings.</summary>
    [JsonStringEnumMemberName("reading")]
    Reading,

    /// <summary>Looks for labels that contradict their drawings.</summary>
    [JsonStringEnumMemberName("reviewing")]
    Reviewing,

    [JsonStringEnumMemberName("learning")]
    Learning,

    /// <summary>Compares the candidate with the version in service.</summary>
    [JsonStringEnumMemberName("judging")]
    Judging,

    [JsonStringEnumMemberName("publishing")]
    Publishing,

    [JsonStringEnumMemberName("activating")]
    Activating,
}
