namespace GameNight.Retraining.Evaluation;

/// <param name="Activates">Whether it takes over.</param>
/// <param name="Reasons">Why not, in words; empty where it does.</param>
public sealed record PromotionDecision(bool Activates, IReadOnlyList<string> Reasons);
