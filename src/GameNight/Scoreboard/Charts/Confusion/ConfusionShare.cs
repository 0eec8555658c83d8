namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>Of what the percentages in a confusion matrix are.</summary>
public enum ConfusionShare
{
    /// <summary>Of the drawings of the same digit: how often it is recognised.</summary>
    Row,

    /// <summary>Of the guesses of the same digit: how far one can rely on it.</summary>
    Column,

    /// <summary>Of all drawings.</summary>
    All,
}
