namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>What the percentages in a confusion matrix are shares of.</summary>
public enum ConfusionShare
{
    /// <summary>The drawings of the same digit: how often it is recognised (recall).</summary>
    Row,

    /// <summary>The guesses of the same digit: how often they are right (precision).</summary>
    Column,

    /// <summary>All drawings.</summary>
    All,
}
