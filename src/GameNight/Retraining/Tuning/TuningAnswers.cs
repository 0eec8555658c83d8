namespace GameNight.Retraining.Tuning;

/// <summary>The answers of a version to the drawings of a player.</summary>
/// <param name="Player">The player's number in the tuning.</param>
/// <param name="N">How many drawings.</param>
/// <param name="Right">How many of them it read.</param>
/// <param name="Loss">The sum of the log losses, in nats.</param>
internal sealed record TuningAnswers(int Player, int N, int Right, double Loss);
