using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ThompsonSamplingTests
{
    // Thompson sampling chooses an arm as often as it is likely to be the best. The documentation of bayesian-testing has three arms
    // for which 20,000 draws gave 0.06625, 0.89005 and 0.0437. Four standard errors of 20,000 draws are at most 0.009.
    [Fact]
    public void Choose_ManyTimes_ChoosesEachArmAsOftenAsItIsBest()
    {
        BetaPosterior[] arms = [new(80.5, 1420.5), new(80.5, 1120.5), new(50.5, 950.5)];
        var random = new Random(1933);
        var chosen = new int[arms.Length];
        for (var i = 0; i < 20_000; i++)
            chosen[ThompsonSampling.Choose(arms, random)]++;
        Assert.Equal(0.06625, chosen[0] / 20_000.0, 0.013);
        Assert.Equal(0.89005, chosen[1] / 20_000.0, 0.013);
        Assert.Equal(0.0437, chosen[2] / 20_000.0, 0.013);
        Assert.All(chosen.Zip(ProbabilityOfBeingBest.Of(arms)), arm => Assert.Equal(arm.Second, arm.First / 20_000.0, 0.009));
    }

    [Fact]
    public void Choose_WithTheSameSeed_IsTheSame() => Assert.Equal(Choices(7), Choices(7));

    [Fact]
    public void Choose_WithoutArms_IsRefused() => Assert.Throws<ArgumentException>(() => ThompsonSampling.Choose([], new Random(1)));

    private static List<int> Choices(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 100).Select(_ => ThompsonSampling.Choose([new(3, 4), new(4, 3), new(9, 9)], random))];
    }
}
