using System.Text.Json.Serialization;
using GameNight.Retraining.Evaluation;

namespace GameNight.Retraining.Queue;

/// <summary>One attempt to make a better version of one algorithm, from the queue to its report; a JSON document in the store.</summary>
public sealed record TrainingRun
{
    /// <summary>Later runs have greater ids.</summary>
    public required string Id { get; init; }

    public required string Algorithm { get; init; }

    public RunState State { get; init; }

    /// <summary>The stage that it is in; null until it begins, and the last one that it reached once it has ended.</summary>
    public RunStage? Stage { get; init; }

    /// <summary>How much of the whole run is done, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>The stage in words for people; once the run has ended, how it ended and why.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why it was begun, in words: <c>the host asked</c>, <c>200 new answers</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>1, and one more for each time that the process that executed it ended before it did.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How many labels there had ever been when it was queued; later labels count towards the next run.</summary>
    public long Labelled { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether its version is or was on trial.</summary>
    public bool WasOnTrial { get; init; }

    /// <summary>Whether it was asked to end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The version that it published, in service or not; null where it has published none.</summary>
    public string? Version { get; init; }

    /// <summary>The report; null until the run has come to a decision.</summary>
    [JsonPropertyName("receipt")]
    public TrainingReport? Report { get; init; }

    [JsonIgnore]
    public bool HasEnded => State is not (RunState.Queued or RunState.Running);
}
