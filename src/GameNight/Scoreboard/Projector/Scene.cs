namespace GameNight.Scoreboard.Projector;

/// <summary>The scenes of the projector in the order in which it shows them. Addresses count them from 1.</summary>
public enum Scene
{
    Accuracy,
    HeadToHead,
    People,
    Mistake,
    OverTime,

    /// <summary>The drawing of a moment ago. It also comes out of turn, as soon as somebody has drawn.</summary>
    Latest,
}
