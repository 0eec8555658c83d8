namespace GameNight.Retraining.Evaluation;

/// <summary>What the gate decided about a candidate.</summary>
/// <param name="Activates">Whether it goes into service.</param>
/// <param name="Reasons">Why not, in words; empty where it does.</param>
public sealed record PromotionDecision(bool Activates, IReadOnlyList<string> Reasons);
