using GameNight.Statistics;

namespace GameNight.Retraining.Trial;

/// <summary>A candidate that is tried on shadow, on drawings that came after it was learned; a JSON document in the store.</summary>
public sealed record CandidateTrial
{
    /// <summary>The algorithm; it has one trial at a time.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The version that is tried.</summary>
    public required string Version { get; init; }

    /// <summary>The version in service that it is compared with.</summary>
    public required string Against { get; init; }

    /// <summary>The id of the run that made it.</summary>
    public required string Run { get; init; }

    /// <summary>From how many drawings it was learned.</summary>
    public required int LearnedFrom { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Where in the store the drawings begin that it may be judged by; null for its beginning.</summary>
    public required string? Cursor { get; init; }

    /// <summary>What was believed of its gain for strangers before the trial.</summary>
    public required NormalMixture Prior { get; init; }

    /// <summary>How it does so far.</summary>
    public TrialTally Tally { get; init; } = TrialTally.None;

    /// <summary>How many observations had a label when it was last judged.</summary>
    public long Labelled { get; init; }
}
