namespace GameNight.Observations.Store;

/// <summary>What became of a vote.</summary>
public enum VoteOutcome
{
    Stored,

    /// <summary>The player's vote on this observation had this digit already; nothing was changed.</summary>
    Unchanged,

    /// <summary>There is no observation with this id.</summary>
    NotFound,
}
