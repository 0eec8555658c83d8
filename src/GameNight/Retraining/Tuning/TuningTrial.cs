namespace GameNight.Retraining.Tuning;

/// <summary>What became of one training with some settings.</summary>
/// <param name="Settings">The index of the settings, 0 for the current ones.</param>
/// <param name="Number">
/// The number of the training: the same for all settings means the same drawings to learn from and to be judged by.
/// </param>
/// <param name="Confirms">Whether the judges are players who took no part in the search.</param>
/// <param name="Players">The answers to the drawings of each player who judged.</param>
internal sealed record TuningTrial(int Settings, int Number, bool Confirms, IReadOnlyList<TuningAnswers> Players);
