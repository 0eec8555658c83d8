using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <param name="By">Whose it is.</param>
/// <param name="Digit">The digit that it takes for the likeliest.</param>
/// <param name="Confidence">Its probability.</param>
public readonly record struct GuessFacts(ScoredVersion By, int Digit, float Confidence);
