namespace GameNight.Scoreboard.Results;

/// <summary>
/// Drawings by what they were made for. What was made to fool machines is bound to be read worse, and counts apart. Sprints are in none
/// of them.
/// </summary>
public enum DrawingKind
{
    /// <summary>All but those made to fool the machines.</summary>
    Readable,

    /// <summary>All, whatever they were made for.</summary>
    Any,

    /// <summary>Made to fool the machines.</summary>
    Fool,

    /// <summary>Made with the hand that the player does not write with.</summary>
    OtherHand,

    /// <summary>Made without lifting the pen.</summary>
    OneStroke,

    /// <summary>Made without seeing the ink.</summary>
    EyesClosed,

    /// <summary>Made in two seconds.</summary>
    Quick,
}
