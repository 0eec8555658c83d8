namespace GameNight.Observations.Store;

public enum AppendOutcome
{
    Stored,

    /// <summary>The same observation was there already.</summary>
    AlreadyStored,

    /// <summary>Another observation has this id; nothing was changed.</summary>
    Conflict,
}
