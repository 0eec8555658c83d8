using System.Text.Json.Serialization;

namespace GameNight.Retraining.Queue;

/// <summary>Where a run is between the queue and its end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It has ended: its version was better and is in service.</summary>
    [JsonStringEnumMemberName("activated")]
    Activated,

    /// <summary>It has ended: its version is tried on shadow, until later drawings tell. The end of the trial changes the state.</summary>
    [JsonStringEnumMemberName("onTrial")]
    OnTrial,

    /// <summary>It has ended: there was nothing to learn from, or its version did not pass the gate and is not in service.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
