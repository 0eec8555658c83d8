using BetaDistribution = MathNet.Numerics.Distributions.Beta;

namespace GameNight.Statistics;

/// <summary>The posterior distribution of an arm's rate of success, with the uniform prior Beta(1, 1).</summary>
/// <param name="Alpha">1 + the number of successes.</param>
/// <param name="Beta">1 + the number of failures.</param>
/// <remarks>
/// The uniform prior is that of Bayes, of most published A/B calculators, and of the worked examples in the tests.
/// </remarks>
public sealed record BetaPosterior(double Alpha, double Beta)
{
    public double Alpha { get; } = AtLeastOne(Alpha, nameof(Alpha));

    public double Beta { get; } = AtLeastOne(Beta, nameof(Beta));

    /// <summary>The expected rate, 0..1.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>The lower end of the 95 % credible interval with equal tails, 0..1.</summary>
    public double Low => Quantile(0.025);

    /// <summary>The upper end of that interval.</summary>
    public double High => Quantile(0.975);

    internal double StandardDeviation => Math.Sqrt(Mean * (1 - Mean) / (Alpha + Beta + 1));

    public static BetaPosterior Of(Proportion outcomes) => new(outcomes.Correct + 1, outcomes.N - outcomes.Correct + 1);

    /// <summary>Draws a rate from the distribution.</summary>
    public double Sample(Random random) => BetaDistribution.Sample(random, Alpha, Beta);

    internal double Density(double rate) => BetaDistribution.PDF(Alpha, Beta, rate);

    internal double Cumulative(double rate) => BetaDistribution.CDF(Alpha, Beta, rate);

    private double Quantile(double probability) => BetaDistribution.InvCDF(Alpha, Beta, probability);

    private static double AtLeastOne(double shape, string name) => shape is >= 1 and < double.PositiveInfinity
        ? shape
        : throw new ArgumentOutOfRangeException(name, shape, "With the uniform prior, a shape parameter is finite and at least 1.");
}
