namespace GameNight.Training.Examples;

/// <param name="Share">How much is done, 0 to 1.</param>
/// <param name="Words">What is being done, for people: <c>round 40 of 60, 98.1 % of its own lessons</c>.</param>
public sealed record LearningProgress(double Share, string Words);
