namespace GameNight.Scoreboard.Projector;

/// <summary>The scenes of the projector in the order in which it shows them. Addresses count them from 1.</summary>
public enum Scene
{
    Accuracy,
    HeadToHead,
    People,
    Mistake,
    OverTime,
}
