namespace GameNight.Retraining.Review;

/// <summary>What the host decided about a doubted label.</summary>
/// <param name="Keeps">Whether the drawing is learned from.</param>
/// <param name="Digit">The digit that it is for certain; null where it is none.</param>
/// <param name="At">When the host decided.</param>
public sealed record ReviewDecision(bool Keeps, int? Digit, DateTimeOffset At);
