using System.Text.Json.Serialization;

namespace GameNight.Retraining.Queue;

[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Its version was better and is in service.</summary>
    [JsonStringEnumMemberName("activated")]
    Activated,

    /// <summary>There was nothing to learn from, or its version did not pass the gate and waits unused.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
