using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class CertaintyScaleTests
{
    [Theory]
    [InlineData(0, Certainty.Clearly)]
    [InlineData(0.0099, Certainty.Clearly)]
    [InlineData(0.01, Certainty.Probably)]
    [InlineData(0.0999, Certainty.Probably)]
    [InlineData(0.1, Certainty.TooEarly)]
    [InlineData(1, Certainty.TooEarly)]
    public void Of_PValue_HasTwoThresholds(double p, Certainty certainty) => Assert.Equal(certainty, CertaintyScale.Of(p));

    /// <summary>Of 100 drawings each, against 90 right ones. As one of 20 tests, it takes a larger difference for the same word.</summary>
    [Theory]
    [InlineData(88, 1, Certainty.TooEarly)]
    [InlineData(81, 1, Certainty.Probably)]
    [InlineData(74, 1, Certainty.Clearly)]
    [InlineData(74, 20, Certainty.Probably)]
    [InlineData(65, 20, Certainty.Clearly)]
    [InlineData(99, 1, Certainty.Clearly)]
    public void Of_TwoShares_IsByTheIntervalOfTheirDifference(int correct, int tests, Certainty certainty) =>
        Assert.Equal(certainty, CertaintyScale.Of(new Proportion(100, correct), new Proportion(100, 90), tests));

    [Fact]
    public void Of_ShareWithoutAnswers_IsTooEarly() =>
        Assert.Equal(Certainty.TooEarly, CertaintyScale.Of(new Proportion(0, 0), new Proportion(100, 90)));
}
