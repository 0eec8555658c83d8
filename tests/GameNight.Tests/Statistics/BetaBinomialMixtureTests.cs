using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class BetaBinomialMixtureTests
{
    // P. Khuong's csm (github.com/pkhuong/csm), documentation tests of csm.py: Robbins' boundary with the uniform mixture, after
    // A. Gandy et al., "A simple method for implementing Monte Carlo tests" (arXiv 1611.01675). csm prints ln((n + 1)·b(n, p, s)),
    // rounded upwards, which is minus the logarithm of the evidence.
    [Theory]
    [InlineData(10, 1, 0.05, 1.243108442750477)]
    [InlineData(100_000, 100, 0.05, -4624.756745998)]
    [InlineData(1_000_000, 990_596, 0.99, -9.977077184266818)]
    [InlineData(1_000_000, 990_597, 0.99, -10.039129993485403)]
    public void LogEvidence_OfTheUniformMixture_IsAsPublished(int n, int correct, double rate, double level) =>
        Assert.InRange(-BetaBinomialMixture.Uniform.LogEvidence(new Proportion(n, correct), rate), level - 0.01, level + 1e-8);

    // From the same tests: whether the boundary is crossed at a level.
    [Theory]
    [InlineData(100, 98, 0.9, 1e-5, false)]
    [InlineData(100, 98, 0.9, 0.2, true)]
    [InlineData(10_000, 50, 0.01, 1e-9, false)]
    [InlineData(10_000, 50, 0.01, 1e-3, true)]
    public void LogEvidence_AtThePublishedBoundary_CrossesAsPublished(int n, int correct, double rate, double level, bool crossed) =>
        Assert.Equal(crossed, BetaBinomialMixture.Uniform.LogEvidence(new Proportion(n, correct), rate) > -Math.Log(level));

    // S. R. Howard's confseq (github.com/gostevehoward/confseq), unit tests of the two-sided beta-binomial mixture with g = 0.2,
    // h = 0.8, tuned for v = 100 at level 0.05: at s = 10, v = 100 its logarithm is -0.6941012, and the boundary for 0.05 lies at
    // s = 31.4308. There v = g·h·n, so n = 625, s = successes − 125, and the mixture is a Beta(r / 0.8, r / 0.2) distribution with
    // r = 12.60056 − 0.16, whose first term the same tests print as well.
    [Fact]
    public void LogEvidence_OfHowardsMixture_IsAsPublished()
    {
        const double R = 12.60056 - 0.16;
        var mixture = new BetaBinomialMixture(R / 0.8, R / 0.2);
        Assert.Equal(-0.6941012, mixture.LogEvidence(new Proportion(625, 135), 0.2), 5);
        Assert.True(mixture.LogEvidence(new Proportion(625, 125 + 31), 0.2) < Math.Log(20));
        Assert.True(mixture.LogEvidence(new Proportion(625, 125 + 32), 0.2) > Math.Log(20));
    }

    /// <summary>
    /// The evidence is a martingale: its mean over both next outcomes, weighted by the rate, is the evidence now.
    /// </summary>
    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(10, 9, 0.98)]
    [InlineData(1000, 3, 0.1)]
    public void Evidence_OneOutcomeLater_IsTheSameOnAverage(int n, int correct, double rate)
    {
        var now = Evidence(n, correct, rate);
        var next = rate * Evidence(n + 1, correct + 1, rate) + (1 - rate) * Evidence(n + 1, correct, rate);
        Assert.Equal(now, next, 1e-9 * now);
    }

    [Fact]
    public void LogEvidence_WithoutOutcomes_IsZero() =>
        Assert.Equal(0, BetaBinomialMixture.Uniform.LogEvidence(new Proportion(0, 0), 0.3), 12);

    [Fact]
    public void LogEvidence_AgainstAnImpossibleRate_IsInfinite() =>
        Assert.Equal(double.PositiveInfinity, BetaBinomialMixture.Uniform.LogEvidence(new Proportion(3, 1), 0));

    private static double Evidence(int n, int correct, double rate) =>
        Math.Exp(BetaBinomialMixture.Uniform.LogEvidence(new Proportion(n, correct), rate));
}
