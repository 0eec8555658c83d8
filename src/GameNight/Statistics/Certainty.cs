namespace GameNight.Statistics;

/// <summary>How sure it is which of two is better.</summary>
public enum Certainty
{
    /// <summary>Luck explains the difference well enough.</summary>
    TooEarly,

    /// <summary>Luck would seldom make such a difference.</summary>
    Probably,

    /// <summary>Luck would hardly ever make such a difference.</summary>
    Clearly,
}
