namespace GameNight.Scoreboard.Advice;

public enum RetrainDecision
{
    Yes,
    NotYet,
    No,

    /// <summary>Somebody learns, or waits for their turn.</summary>
    Already,
}
