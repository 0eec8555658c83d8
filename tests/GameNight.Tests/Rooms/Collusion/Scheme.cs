namespace GameNight.Tests.Rooms.Collusion;

/// <summary>How some people try to get more than others.</summary>
public enum Scheme
{
    /// <summary>They don't.</summary>
    None,

    /// <summary>They scribble, tell each other their digits, and vote for each other.</summary>
    Scribble,

    /// <summary>They also misjudge everybody else's drawings.</summary>
    ScribbleAndSpoil,

    /// <summary>They draw as well as they can, and only vote for each other.</summary>
    Favour,

    /// <summary>They vote without looking, whoever has drawn it.</summary>
    Blind,

    /// <summary>They don't hold together either, but look at each drawing twice before they vote.</summary>
    LookTwice,
}
