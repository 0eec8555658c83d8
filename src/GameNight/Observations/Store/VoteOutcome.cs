namespace GameNight.Observations.Store;

/// <summary>What became of a vote.</summary>
public enum VoteOutcome
{
    Stored,

    /// <summary>The player's vote had this digit already, or the player has had it deleted; nothing was changed.</summary>
    Unchanged,

    /// <summary>There is no observation with this id.</summary>
    NotFound,
}
