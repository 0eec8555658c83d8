using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>What of a guess counts in the charts.</summary>
/// <param name="By">The version that guessed.</param>
/// <param name="Digit">The digit with the highest probability.</param>
/// <param name="Confidence">Its probability, 0..1.</param>
public readonly record struct GuessFacts(ScoredVersion By, int Digit, float Confidence);
