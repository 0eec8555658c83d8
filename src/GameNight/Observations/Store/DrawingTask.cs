namespace GameNight.Observations.Store;

/// <summary>What a player was to draw.</summary>
/// <param name="Mode">The game.</param>
/// <param name="Asked">The digit that was asked for, 0 to 9; null where any would do.</param>
/// <param name="Twist">What made it harder.</param>
public sealed record DrawingTask(PlayMode Mode, int? Asked = null, Twist Twist = Twist.None);
