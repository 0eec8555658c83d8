using GameNight.Observations.Store;

namespace GameNight.Experiments;

/// <summary>Who answers a drawing.</summary>
/// <param name="Algorithm">Whose answer the player is shown.</param>
/// <param name="By">Who chose it.</param>
public sealed record ChosenAlgorithm(string Algorithm, ChosenBy By = ChosenBy.Player);
