using MathNet.Numerics.Integration;

namespace GameNight.Statistics;

/// <summary>The probability of each arm that its rate of success is the highest.</summary>
/// <remarks>
/// S. L. Scott, "A modern Bayesian look at the multi-armed bandit", Applied Stochastic Models in Business and Industry 26 (2010)
/// 639–658: the integral over all rates of the arm's density times the probability that every other arm's rate is lower.
/// </remarks>
public static class ProbabilityOfBeingBest
{
    // Eight Gauss–Legendre points in each panel, with panels about a standard deviation wide where an arm's mass lies, are exact
    // to about 1e-9.
    private const int Points = 8;

    // The distant panels matter for rates near 0 or 1, where the tail falls like an exponential, not like a normal distribution.
    private static readonly double[] PanelEnds = [-32, -24, -16, -12, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32];

    /// <summary>The probabilities in the order of the arms, each 0..1, summing to 1. Computed without random numbers.</summary>
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
                {
                    var othersBelow = below.Where((_, other) => other != arm)
                        .Aggregate(1.0, (product, probability) => product * probability);
                    best[arm] += rule.GetWeight(point) * arms[arm].Density(rate) * othersBelow;
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The ends of the panels: close together around each arm's mean, so that narrow and wide distributions are both
    /// covered.
    /// </summary>
    private static double[] Panels(IReadOnlyList<BetaPosterior> arms) =>
        [.. arms.SelectMany(arm => PanelEnds.Select(deviation => arm.Mean + deviation * arm.StandardDeviation))
            .Where(end => end is > 0 and < 1).Concat([0, 1]).Distinct().Order()];
}
