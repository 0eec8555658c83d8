namespace GameNight.Retraining.Review;

/// <summary>A mark that is not learned from until the host has looked at it.</summary>
/// <param name="Id">The observation.</param>
/// <param name="Digit">What it was marked as.</param>
/// <param name="Suggested">What it looks like; null where it looks like no digit.</param>
/// <param name="Probability">How likely its mark is, 0 to 1, by a model that learned from other people.</param>
/// <param name="Reason">Why it is doubted.</param>
public sealed record DoubtedLabel(Guid Id, int Digit, int? Suggested, double Probability, string Reason);
