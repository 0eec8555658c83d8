namespace GameNight.Retraining.Review;

/// <summary>A label that is not learned from until the host has confirmed it.</summary>
/// <param name="Id">The id of the observation.</param>
/// <param name="Digit">The label.</param>
/// <param name="Suggested">The digit that the drawing looks like; null where it looks like none.</param>
/// <param name="Probability">The probability of the label, 0 to 1, by a network that learned from other players.</param>
/// <param name="Reason">Why the label is doubted, in words.</param>
public sealed record DoubtedLabel(Guid Id, int Digit, int? Suggested, double Probability, string Reason);
