using BetaDistribution = MathNet.Numerics.Distributions.Beta;

namespace GameNight.Statistics;

/// <summary>What is believed of an arm's rate of success after some outcomes: a Beta distribution.</summary>
/// <param name="Alpha">Successes and 1, from 1.</param>
/// <param name="Beta">Failures and 1, from 1.</param>
/// <remarks>
/// It starts from the uniform prior, Beta(1, 1), under which no rate is likelier than another: the prior of Bayes, of most
/// published A/B calculators, and of the worked examples this is tested against.
/// </remarks>
public sealed record BetaPosterior(double Alpha, double Beta)
{
    public double Alpha { get; } = AtLeastOne(Alpha, nameof(Alpha));

    public double Beta { get; } = AtLeastOne(Beta, nameof(Beta));

    /// <summary>The expected rate, 0..1.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>The lower end of the 95 % credible interval with equal tails, 0..1.</summary>
    public double Low => Quantile(0.025);

    /// <summary>Its upper end.</summary>
    public double High => Quantile(0.975);

    /// <summary>0 to 0.29.</summary>
    internal double StandardDeviation => Math.Sqrt(Mean * (1 - Mean) / (Alpha + Beta + 1));

    /// <summary>The posterior after these outcomes.</summary>
    public static BetaPosterior Of(Proportion outcomes) => new(outcomes.Correct + 1, outcomes.N - outcomes.Correct + 1);

    /// <summary>One rate drawn from what is believed; the same for the same state of <paramref name="random"/>.</summary>
    public double Sample(Random random) => BetaDistribution.Sample(random, Alpha, Beta);

    internal double Density(double rate) => BetaDistribution.PDF(Alpha, Beta, rate);

    internal double Cumulative(double rate) => BetaDistribution.CDF(Alpha, Beta, rate);

    private double Quantile(double probability) => BetaDistribution.InvCDF(Alpha, Beta, probability);

    private static double AtLeastOne(double shape, string name) => shape is >= 1 and < double.PositiveInfinity
        ? shape : throw new ArgumentOutOfRangeException(name, shape, "A uniform prior and any outcomes lead to 1 or more.");
}
