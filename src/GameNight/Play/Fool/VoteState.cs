namespace GameNight.Play.Fool;

/// <summary>Whether a vote counts.</summary>
public enum VoteState
{
    Counted,

    /// <summary>The player made the drawing.</summary>
    Own,

    /// <summary>The player has voted on it before.</summary>
    Again,

    /// <summary>The player votes faster than anybody can look.</summary>
    TooMany,

    /// <summary>There is no such drawing.</summary>
    Gone,
}
