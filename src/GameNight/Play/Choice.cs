using GameNight.Observations;

namespace GameNight.Play;

/// <summary>Who answers a drawing.</summary>
/// <param name="Algorithm">Whose answer the player is shown.</param>
/// <param name="By">Who chose it.</param>
public sealed record Choice(string Algorithm, ChosenBy By = ChosenBy.Player);
