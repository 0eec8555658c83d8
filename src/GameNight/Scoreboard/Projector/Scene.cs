namespace GameNight.Scoreboard.Projector;

/// <summary>What the projector shows by turns, in this order. In addresses scenes are counted from 1.</summary>
public enum Scene
{
    Accuracy,
    HeadToHead,
    People,
    Mistake,
    OverTime,
}
