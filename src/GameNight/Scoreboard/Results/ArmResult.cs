using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <param name="Arm">What came of it.</param>
/// <param name="Outcomes">What of it is compared.</param>
/// <param name="Posterior">What is believed of its accuracy.</param>
/// <param name="IsBest">How likely it is the most accurate of all, 0..1.</param>
public sealed record ArmResult(ArmStatistics Arm, Proportion Outcomes, BetaPosterior Posterior, double IsBest);
