using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>One arm of an <see cref="ArmsComparison"/>.</summary>
/// <param name="Arm">What was counted.</param>
/// <param name="Outcomes">The part of it that is compared.</param>
/// <param name="Posterior">The posterior distribution of its accuracy.</param>
/// <param name="IsBest">The probability that it is the most accurate of all arms, 0..1.</param>
public sealed record ArmResult(ArmStatistics Arm, Proportion Outcomes, BetaPosterior Posterior, double IsBest);
