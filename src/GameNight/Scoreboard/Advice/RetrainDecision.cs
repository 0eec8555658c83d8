namespace GameNight.Scoreboard.Advice;

/// <summary>The answer to "Should we retrain?".</summary>
public enum RetrainDecision
{
    Yes,
    NotYet,
    No,

    /// <summary>A run is under way or queued.</summary>
    Already,
}
