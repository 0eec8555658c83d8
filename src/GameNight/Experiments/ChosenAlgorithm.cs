using GameNight.Observations.Store;

namespace GameNight.Experiments;

/// <summary>The algorithm whose answer the player is shown for a drawing.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="By">Whether the player chose it, or the app and in which mode.</param>
public sealed record ChosenAlgorithm(string Algorithm, ChosenBy By = ChosenBy.Player);
