namespace GameNight.Training.Examples;

/// <summary>The progress of a training.</summary>
/// <param name="Share">The share that is done, 0 to 1.</param>
/// <param name="Activity">What is being done, for people, such as <c>grows trees: round 5 of 12</c>.</param>
public sealed record LearningProgress(double Share, string Activity);
