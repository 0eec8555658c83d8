using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ProportionDifferenceTests
{
    // R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
    // (1998) 873–890, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1)]
    public void Of_PublishedExamples_IsAsPublished(int right, int n, int otherRight, int otherN, double low, double high)
    {
        var difference = ProportionDifference.Of(new Proportion(n, right), new Proportion(otherN, otherRight))!;
        Assert.Equal((double)right / n - (double)otherRight / otherN, difference.Mean, 12);
        Assert.Equal(low, difference.Low, 4);
        Assert.Equal(high, difference.High, 4);
    }

    [Fact]
    public void Of_WithoutAnswers_IsNull() => Assert.Null(ProportionDifference.Of(new Proportion(5, 3), new Proportion(0, 0)));
}
