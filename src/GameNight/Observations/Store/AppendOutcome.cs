namespace GameNight.Observations.Store;

/// <summary>What became of an observation that was appended.</summary>
public enum AppendOutcome
{
    Stored,

    /// <summary>The same observation was there already; nothing was changed.</summary>
    AlreadyStored,

    /// <summary>Another observation has this id; nothing was changed.</summary>
    Conflict,

    /// <summary>Its player has had it deleted, or it is older than what is kept; it is not in the store.</summary>
    Erased,
}
