namespace GameNight.Retraining.Review;

/// <param name="Keeps">Whether the drawing is learned from.</param>
/// <param name="Digit">The digit that it is for certain; null where it is none.</param>
/// <param name="At">When the host said so.</param>
public sealed record ReviewDecision(bool Keeps, int? Digit, DateTimeOffset At);
