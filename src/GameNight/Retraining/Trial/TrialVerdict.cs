namespace GameNight.Retraining.Trial;

/// <summary>What a trial says so far.</summary>
public enum TrialVerdict
{
    /// <summary>Nobody can tell yet.</summary>
    GoesOn,

    /// <summary>The version goes into service.</summary>
    Better,

    /// <summary>It leaves: it is probably worse.</summary>
    Worse,

    /// <summary>It leaves: it had all the drawings that a trial may take, and they did not tell.</summary>
    Undecided,
}
