namespace GameNight.Scoreboard.Results;

/// <summary>The length of a period.</summary>
public enum TimeStep
{
    /// <summary>An hour of UTC.</summary>
    Hour,

    /// <summary>A <see cref="Calendar.Night"/>, so that midnight does not divide a party.</summary>
    Night,
}
