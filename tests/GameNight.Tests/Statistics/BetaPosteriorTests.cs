using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class BetaPosteriorTests
{
    private static readonly Arbitrary<Proportion> Any = Gen.Choose(0, 100_000)
        .SelectMany(n => Gen.Choose(0, n).Select(correct => new Proportion(n, correct))).ToArbitrary();

    // A. Gelman et al., "Bayesian data analysis", third edition (2013), p. 37: of 980 births with placenta previa 437 were girls;
    // uniform prior, posterior Beta(438, 544), mean 0.446, standard deviation 0.016, central 95 % interval 0.415 to 0.477.
    [Fact]
    public void Of_GelmansBirths_IsAsPublished()
    {
        var posterior = BetaPosterior.Of(new Proportion(980, 437));
        Assert.Equal((438, 544), (posterior.Alpha, posterior.Beta));
        Assert.Equal(0.446, posterior.Mean, 3);
        Assert.Equal(0.016, posterior.StandardDeviation, 3);
        Assert.Equal(0.415, posterior.Low, 3);
        Assert.Equal(0.477, posterior.High, 3);
    }

    // The quantiles of Beta(1, n + 1) have the closed form 1 − (1 − q)^(1 / (n + 1)).
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(1_000_000)]
    public void Interval_WithoutSuccess_IsTheClosedForm(int n)
    {
        var posterior = BetaPosterior.Of(new Proportion(n, 0));
        Assert.Equal(1, posterior.Low / -double.ExpM1(Math.Log(0.975) / (n + 1)), 6);
        Assert.Equal(1, posterior.High / -double.ExpM1(Math.Log(0.025) / (n + 1)), 6);
    }

    [Fact]
    public void Interval_AnyOutcomes_ContainsTheMeanAnd95Percent() => Prop.ForAll(Any, outcomes =>
    {
        var posterior = BetaPosterior.Of(outcomes);
        return 0 <= posterior.Low && posterior.Low < posterior.Mean && posterior.Mean < posterior.High && posterior.High <= 1
            && Math.Abs(posterior.Cumulative(posterior.High) - posterior.Cumulative(posterior.Low) - 0.95) < 1e-6;
    }).Check();

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(2, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void BetaPosterior_ShapeOutOfRange_IsRefused(double alpha, double beta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaPosterior(alpha, beta));
}
