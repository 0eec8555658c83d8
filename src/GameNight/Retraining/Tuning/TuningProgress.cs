namespace GameNight.Retraining.Tuning;

/// <summary>How far a search is.</summary>
/// <param name="Share">The share of its trainings that are done, 0 to 1.</param>
/// <param name="Words">What is being tried, for people.</param>
internal sealed record TuningProgress(double Share, string Words);
