using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;
using MathNet.Numerics;

namespace GameNight.Tests.Statistics;

public sealed class ProbabilityOfBeingBestTests
{
    private static readonly Gen<BetaPosterior> AnyArm = Gen.Choose(0, 2000)
        .SelectMany(n => Gen.Choose(0, n).Select(correct => BetaPosterior.Of(new Proportion(n, correct))));

    // D. Robinson, "Understanding Bayesian A/B testing (using baseball statistics)" (2016): with the prior Beta(76.451, 218.639),
    // Piazza (2127 hits of 6911) against Aaron (3771 of 12364); he prints 0.606 to 0.608, by four methods and rounding.
    [Fact]
    public void Of_RobinsonsBatters_IsAsPublished()
    {
        var piazza = new BetaPosterior(2127 + 76.451, 6911 - 2127 + 218.639);
        var aaron = new BetaPosterior(3771 + 76.451, 12364 - 3771 + 218.639);
        Assert.InRange(ProbabilityOfBeingBest.Of([piazza, aaron])[0], 0.606, 0.608);
    }

    // The documentation of the Python package bayesian-testing, prior Beta(1/2, 1/2): successes 80 of 1500, 80 of 1200 and 50 of
    // 1000 give 0.06625, 0.89005 and 0.0437, by 20,000 draws, hence to about 0.007.
    [Fact]
    public void Of_ThreeArmsOfBayesianTesting_IsAsPublished()
    {
        var best = ProbabilityOfBeingBest.Of([new(80.5, 1420.5), new(80.5, 1120.5), new(50.5, 950.5)]);
        Assert.Equal(0.06625, best[0], 0.007);
        Assert.Equal(0.89005, best[1], 0.007);
        Assert.Equal(0.0437, best[2], 0.007);
    }

    // The tests of bayesian-testing, with the prior Beta(1, 2) for the third arm: 3 of 10, 2 of 10 and 2 of 11 give 0.57225, 0.233
    // and 0.19475.
    [Fact]
    public void Of_ThreeArmsWithFewOutcomes_IsAsPublished()
    {
        var best = ProbabilityOfBeingBest.Of([new(3.5, 7.5), new(2.5, 8.5), new(3, 11)]);
        Assert.Equal(0.57225, best[0], 0.012);
        Assert.Equal(0.233, best[1], 0.012);
        Assert.Equal(0.19475, best[2], 0.012);
    }

    // E. Miller, "Formulas for Bayesian A/B testing" (2015): the closed form for two arms with integer parameters.
    [Fact]
    public void Of_TwoArms_IsMillersClosedForm() => Prop.ForAll(AnyArm.Two().ToArbitrary(), arms =>
        Math.Abs(ProbabilityOfBeingBest.Of([arms.Item1, arms.Item2])[1] - Miller(arms.Item1, arms.Item2)) < 1e-6)
        .Check();

    [Fact]
    public void Of_AnyArms_SumsToOne() => Prop.ForAll(Gen.Choose(1, 7).SelectMany(count => AnyArm.ArrayOf(count)).ToArbitrary(), arms =>
        Math.Abs(ProbabilityOfBeingBest.Of(arms).Sum() - 1) < 1e-6).Check();

    [Fact]
    public void Of_EqualArms_IsAnEqualShare()
    {
        var arms = Enumerable.Repeat(new BetaPosterior(981, 21), 6).ToList();
        Assert.All(ProbabilityOfBeingBest.Of(arms), best => Assert.Equal(1 / 6.0, best, 9));
    }

    // An arm without outcomes is above 0.9 with a probability of 0.1; the other arm's rate is known to be 0.9.
    [Fact]
    public void Of_NarrowAndWidePosterior_IsExact() =>
        Assert.Equal(0.1, ProbabilityOfBeingBest.Of([new(1, 1), new(900_001, 100_001)])[0], 5);

    [Fact]
    public void Of_OneArmOrNone_IsOneOrEmpty()
    {
        Assert.Equal(1, Assert.Single(ProbabilityOfBeingBest.Of([new(3, 4)])), 9);
        Assert.Empty(ProbabilityOfBeingBest.Of([]));
    }

    private static double Miller(BetaPosterior one, BetaPosterior other) => Enumerable.Range(0, (int)other.Alpha).Sum(i => Math.Exp(
        SpecialFunctions.BetaLn(one.Alpha + i, one.Beta + other.Beta) - Math.Log(other.Beta + i)
        - SpecialFunctions.BetaLn(1 + i, other.Beta) - SpecialFunctions.BetaLn(one.Alpha, one.Beta)));
}
