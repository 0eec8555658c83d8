namespace GameNight.Observations.Store;

/// <summary>What became of a label that was set.</summary>
public enum LabelOutcome
{
    Stored,

    /// <summary>The observation's label had this digit already, or has been deleted by who gave it; nothing was changed.</summary>
    Unchanged,

    /// <summary>There is no observation with this id.</summary>
    NotFound,
}
