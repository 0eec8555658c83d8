using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class StoppingRuleTests
{
    private const int Evenings = 50;

    private static readonly double[] Rates = [0.5, 0.9, 0.98];

    private static readonly Gen<Proportion> AnyArm = Gen.Choose(0, 3000)
        .SelectMany(n => Gen.Choose(0, n).Select(correct => new Proportion(n, correct)));

    private static readonly Arbitrary<Proportion[]> AnyArms = Gen.Choose(2, 6).SelectMany(count => AnyArm.ArrayOf(count)).ToArbitrary();

    /// <summary>
    /// All arms are equally good, so every win is a false one. The upper end of the 95 % interval of their share in 150 evenings (50
    /// at each rate) must not exceed 5 %, which allows 2. The rule is conservative: of 2,000 evenings of each kind, at most 0.5 % had
    /// a false win.
    /// </summary>
    [Theory]
    [InlineData(2, 2000, false)]
    [InlineData(3, 2000, false)]
    [InlineData(6, 1000, false)]
    [InlineData(2, 2000, true)]
    [InlineData(3, 2000, true)]
    [InlineData(6, 1000, true)]
    public void Winner_OfEqualArmsAfterEveryOutcome_IsRare(int arms, int outcomesPerArm, bool thompson)
    {
        var allocation = thompson ? ArmSimulation.ByThompson : ArmSimulation.ByHash(arms, arms * outcomesPerArm);
        var wins = 0;
        Parallel.For(0, Rates.Length * Evenings, evening =>
        {
            var rates = Enumerable.Repeat(Rates[evening % Rates.Length], arms).ToArray();
            if (ArmSimulation.Run(rates, arms * outcomesPerArm, allocation, new Random(evening)) is not null)
                Interlocked.Increment(ref wins);
        });
        Assert.InRange(new Proportion(Rates.Length * Evenings, wins).High!.Value, 0, StoppingRule.Level);
    }

    /// <summary>
    /// Of a rate of 95 % and one of 80 %: at least 80 % of the evenings find the better arm within 400 outcomes of each.
    /// </summary>
    [Fact]
    public void Winner_OfABetterAndAWorseArm_IsFoundEarly()
    {
        var allocation = ArmSimulation.ByHash(2, 800);
        var decisions = Enumerable.Range(0, Evenings)
            .Select(evening => ArmSimulation.Run([0.80, 0.95], 800, allocation, new Random(evening))).ToList();
        Assert.InRange(decisions.Count(decision => decision?.Winner == 1), 0.8 * Evenings, Evenings);
        Assert.InRange(decisions.Count(decision => decision?.Winner == 0), 0, 0.02 * Evenings);
    }

    // Against an arm whose rate is practically known, only the other arm's own evidence counts: that of the published boundary
    // (BetaBinomialMixtureTests), with its weight of a quarter.
    [Fact]
    public void LogEvidence_AgainstAWellKnownArm_IsThePublishedMixture() => Assert.Equal(
        BetaBinomialMixture.Uniform.LogEvidence(new Proportion(100, 99), 0.9) - Math.Log(4),
        StoppingRule.LogEvidence(new Proportion(100, 99), new Proportion(2_000_000_000, 1_800_000_000)), 2);

    /// <summary>The minimum over all rates of which the first is not above the second, found on a grid.</summary>
    [Theory]
    [InlineData(50, 48, 50, 35)]
    [InlineData(400, 380, 30, 20)]
    [InlineData(30, 30, 30, 0)]
    [InlineData(30, 10, 40, 20)]
    [InlineData(7, 7, 0, 0)]
    public void LogEvidence_OfTwoArms_IsTheMinimumUnderTheNull(int firstN, int firstCorrect, int secondN, int secondCorrect)
    {
        var (first, second) = (new Proportion(firstN, firstCorrect), new Proportion(secondN, secondCorrect));
        var rates = Enumerable.Range(0, 401).Select(i => i / 400.0).ToArray();
        var min = rates.SelectMany(low => rates.Where(high => low <= high).Select(high => Value(first, low, second, high))).Min();
        Assert.InRange(StoppingRule.LogEvidence(first, second), min - 0.01, min + 1e-9);
    }

    [Fact]
    public void Winner_OfAnyArms_IsTheOneWithEvidenceAgainstAllOthers() => Prop.ForAll(AnyArms, arms =>
    {
        var threshold = Math.Log((arms.Length - 1) / StoppingRule.Level);
        bool Beats(Proportion one, Proportion other) =>
            one.Accuracy > other.Accuracy && StoppingRule.LogEvidence(one, other) >= threshold;
        var winners = Enumerable.Range(0, arms.Length)
            .Where(arm => Enumerable.Range(0, arms.Length).All(other => other == arm || Beats(arms[arm], arms[other])));
        return StoppingRule.Winner(arms) == winners.Cast<int?>().SingleOrDefault();
    }).Check();

    [Fact]
    public void Winner_InAnyOrder_IsTheSameArm() => Prop.ForAll(AnyArm.Three().ToArbitrary(), arms =>
        StoppingRule.Winner([arms.Item1, arms.Item2, arms.Item3]) is var winner
            && StoppingRule.Winner([arms.Item3, arms.Item1, arms.Item2]) == (winner + 1) % 3).Check();

    [Fact]
    public void Winner_WithAnArmWithoutOutcomes_IsNull() =>
        Assert.Null(StoppingRule.Winner([new(1000, 990), new(1000, 10), new(0, 0)]));

    [Fact]
    public void Winner_WithoutOutcomes_IsNull() => Assert.Null(StoppingRule.Winner([new(0, 0), new(0, 0)]));

    [Fact]
    public void Winner_OfOneArm_IsRefused() => Assert.Throws<ArgumentException>(() => StoppingRule.Winner([new(5, 5)]));

    private static double Value(Proportion first, double firstRate, Proportion second, double secondRate)
    {
        var one = BetaBinomialMixture.Uniform.LogEvidence(first, firstRate);
        var other = BetaBinomialMixture.Uniform.LogEvidence(second, secondRate);
        return Math.Log(Math.Exp(one + other) / 2 + Math.Exp(one) / 4 + Math.Exp(other) / 4);
    }
}
