namespace GameNight.Observations.Store;

public enum LabelOutcome
{
    Stored,

    /// <summary>The label had this digit already.</summary>
    Unchanged,

    NotFound,
}
