using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class SampleRatioTests
{
    // L. Vermeer, SRM Checker, "Frequently asked questions": 502 to 498 of 1,000 visitors has p = 0.899. Wikipedia, "Sample ratio
    // mismatch": 600 to 400 has p = 2.54e-10.
    [Fact]
    public void PValue_OfPublishedSplits_IsAsPublished()
    {
        Assert.Equal(0.899, SampleRatio.PValue([502, 498]), 3);
        Assert.Equal(2.54, 1e10 * SampleRatio.PValue([600, 400]), 2);
        Assert.True(SampleRatio.PValue([502, 498]) >= SampleRatio.Threshold);
        Assert.True(SampleRatio.PValue([600, 400]) < SampleRatio.Threshold);
    }

    // By hand: of 100, 25, 25 and 50 are expected, 31, 23 and 46 observed: x = 36/25 + 4/25 + 16/50 = 1.92. The upper tail with two
    // degrees of freedom is exp(−x / 2).
    [Fact]
    public void PValue_OfUnequalShares_IsAsCalculatedByHand() =>
        Assert.Equal(Math.Exp(-0.96), SampleRatio.PValue([31, 23, 46], [0.25, 0.25, 0.5]), 12);

    [Fact]
    public void PValue_WithoutPlayersOrWithASingleArm_IsOne()
    {
        Assert.Equal(1, SampleRatio.PValue([0, 0, 0]));
        Assert.Equal(1, SampleRatio.PValue([17]));
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
