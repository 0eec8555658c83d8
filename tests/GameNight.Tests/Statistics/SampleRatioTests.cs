using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class SampleRatioTests
{
    // L. Vermeer, SRM Checker, "Frequently asked questions": 502 to 498 of 1,000 visitors is no mismatch. Wikipedia, "Sample ratio
    // mismatch": 600 to 400 is one.
    [Fact]
    public void PValue_OfPublishedSplits_TellsThemApart()
    {
        Assert.Equal(1, SampleRatio.PValue([502, 498]));
        Assert.InRange(SampleRatio.PValue([600, 400]), 0, 1e-7);
    }

    // By hand. Of ten heads, any one order has the probability 1/11 if the share is uniform, and 1/1024 if it is a half. Of 3, 0 and 1
    // with the shares 1/4, 1/4 and 1/2, the mixture gives (3/4 · 7/4 · 11/4 · 3/2) / (3 · 4 · 5 · 6), the shares (1/4)³ · 1/2.
    [Fact]
    public void PValue_OfSmallCounts_IsAsCalculatedByHand()
    {
        Assert.Equal(11.0 / 1024, SampleRatio.PValue([10, 0]), 12);
        const double Mixture = 0.75 * 1.75 * 2.75 * 1.5 / 360;
        Assert.Equal(1.0 / 128 / Mixture, SampleRatio.PValue([3, 0, 1], [0.25, 0.25, 0.5]), 12);
    }

    [Fact]
    public void PValue_WithoutAnyOrWithASingleArm_IsOne()
    {
        Assert.Equal(1, SampleRatio.PValue([0, 0, 0]));
        Assert.Equal(1, SampleRatio.PValue([17]));
        Assert.Equal(1, SampleRatio.PValue([0, 1, 0, 0, 0, 0, 0]), 12);
    }

    /// <summary>
    /// The scoreboard looks after every drawing. At a level of 5 %, so that few nights are enough to tell, at most 5 % of nights with
    /// an even lot may ever raise the alarm; also where a third arm comes after half of the night.
    /// </summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(7, 0)]
    [InlineData(2, 1)]
    public void PValue_LookedAtAfterEveryLot_SeldomFallsBelowTheLevel(int arms, int late)
    {
        const int Nights = 400;
        const int Draws = 300;
        const double Level = 0.05;
        var random = new Random(7);
        var alarms = Enumerable.Range(0, Nights).Count(_ => RaisesAnAlarm());
        Assert.True(new Proportion(Nights, alarms).Low <= Level, $"{alarms} of {Nights} nights");

        bool RaisesAnAlarm()
        {
            var (counts, expected) = (new int[arms + late], new double[arms + late]);
            for (var draw = 1; draw <= Draws; draw++)
            {
                var present = draw <= Draws / 2 ? arms : arms + late;
                counts[random.Next(present)]++;
                for (var arm = 0; arm < present; arm++)
                    expected[arm] += 1.0 / present;
                var begun = expected.Count(count => count > 0);
                if (SampleRatio.PValue(counts[..begun], [.. expected.Take(begun).Select(count => count / draw)]) < Level)
                    return true;
            }

            return false;
        }
    }

    [Fact]
    public void PValue_OfALotThatFavoursOne_SoonFallsBelowTheThreshold()
    {
        var (random, counts) = (new Random(7), new int[7]);
        var draws = 0;
        for (; draws < 1000 && SampleRatio.PValue(counts) >= SampleRatio.Threshold; draws++)
            counts[random.Next(2) == 0 ? 0 : random.Next(7)]++;
        Assert.InRange(draws, 10, 150);
    }

    [Fact]
    public void PValue_InvalidCountsOrShares_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [1.0]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, -2]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [0.5, 0.6]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [0, 1]));
    }
}
