using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class SampleRatioTests
{
    // L. Vermeer, SRM Checker, "Frequently asked questions": of 1,000 visitors a split of 502 to 498 has p = 0.899; of 600 to 400
    // Wikipedia, "Sample ratio mismatch", prints 2.54e-10.
    [Fact]
    public void PValue_OfPublishedSplits_IsAsPublished()
    {
        Assert.Equal(0.899, SampleRatio.PValue([502, 498]), 3);
        Assert.Equal(2.54, 1e10 * SampleRatio.PValue([600, 400]), 2);
        Assert.False(SampleRatio.IsMismatch([502, 498]));
        Assert.True(SampleRatio.IsMismatch([600, 400]));
    }

    // Two degrees of freedom have the upper tail exp(−x / 2).
    // By hand: expected 25, 25, 50 of 100; seen 31, 23, 46; x = 36/25 + 4/25 + 16/50 = 1.92.
    [Fact]
    public void PValue_OfUnequalShares_IsAsCountedByHand() =>
        Assert.Equal(Math.Exp(-0.96), SampleRatio.PValue([31, 23, 46], [0.25, 0.25, 0.5]), 12);

    [Fact]
    public void PValue_OfNobodyOrASingleArm_IsOne()
    {
        Assert.Equal(1, SampleRatio.PValue([0, 0, 0]));
        Assert.Equal(1, SampleRatio.PValue([17]));
    }

    [Fact]
    public void PValue_OfUnfittingArguments_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [1.0]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, -2]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [0.5, 0.6]));
        Assert.Throws<ArgumentException>(() => SampleRatio.PValue([1, 2], [0, 1]));
    }
}
