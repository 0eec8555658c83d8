using System.Text.Json.Serialization;
using GameNight.Retraining.Evaluation;

namespace GameNight.Retraining.Queue;

/// <summary>One attempt to make a better version of one algorithm, from the queue to its receipt.</summary>
public sealed record TrainingRun
{
    /// <summary>Later runs have greater ids.</summary>
    public required string Id { get; init; }

    public required string Algorithm { get; init; }

    public RunState State { get; init; }

    /// <summary>What is being done; null until it begins, and the last thing that was done once it has ended.</summary>
    public RunStage? Stage { get; init; }

    /// <summary>How much of it all is done, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>The stage in words; once it has ended, how it ended and why.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why it was begun, in words: <c>the host asked</c>, <c>200 new marks</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>1, and one more each time that a trainer went away over it.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How many observations had a label when it was queued: what comes on top counts towards the next.</summary>
    public long Labelled { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Somebody wants it to end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The version that it published, in service or not; null where it published none.</summary>
    public string? Version { get; init; }

    /// <summary>What it did, with the numbers; null until it is judged.</summary>
    public TrainingReport? Receipt { get; init; }

    [JsonIgnore]
    public bool HasEnded => State is not (RunState.Queued or RunState.Running);
}
