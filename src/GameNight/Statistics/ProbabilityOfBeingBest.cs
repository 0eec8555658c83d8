using MathNet.Numerics.Integration;

namespace GameNight.Statistics;

/// <summary>How likely each arm is the one with the highest rate.</summary>
/// <remarks>
/// S. L. Scott, "A modern Bayesian look at the multi-armed bandit", Applied Stochastic Models in Business and Industry 26 (2010)
/// 639–658: the integral over all rates of one arm's density, times the chance that every other arm's rate lies below.
/// </remarks>
public static class ProbabilityOfBeingBest
{
    // Eight Gauss–Legendre points a panel, panels about a standard deviation wide where an arm's mass lies: exact to some 1e-9.
    private const int Points = 8;

    // Far out they matter where a rate lies at 0 or 1: there the tail falls like an exponential, not like a normal.
    private static readonly double[] Deviations = [-32, -24, -16, -12, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32];

    /// <summary>One probability per arm, in their order, 0..1, summing to 1; the same for the same arms, for nothing is drawn by chance.</summary>
    public static double[] Of(IReadOnlyList<BetaPosterior> arms)
    {
        var ends = Panels(arms);
        var best = new double[arms.Count];
        for (var panel = 1; panel < ends.Length; panel++)
        {
            var rule = new GaussLegendreRule(ends[panel - 1], ends[panel], Points);
            for (var point = 0; point < Points; point++)
            {
                var rate = rule.GetAbscissa(point);
                var below = arms.Select(arm => arm.Cumulative(rate)).ToArray();
                for (var arm = 0; arm < arms.Count; arm++)
                    best[arm] += rule.GetWeight(point) * arms[arm].Density(rate) * below.Where((_, other) => other != arm).Aggregate(1.0, (all, one) => all * one);
            }
        }

        return best;
    }

    /// <summary>Where the panels meet: finely around every arm's mean, so that neither a narrow nor a wide one is stepped over.</summary>
    private static double[] Panels(IReadOnlyList<BetaPosterior> arms) =>
        [.. arms.SelectMany(arm => Deviations.Select(deviation => arm.Mean + deviation * arm.StandardDeviation))
            .Where(end => end is > 0 and < 1).Concat([0, 1]).Distinct().Order()];
}
