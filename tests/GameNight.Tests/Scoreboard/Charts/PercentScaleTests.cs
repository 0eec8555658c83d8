using GameNight.Scoreboard.Charts;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class PercentScaleTests
{
    [Theory]
    [InlineData(0.97, 0.9)]
    [InlineData(0.9, 0.9)]
    [InlineData(0.89, 0.8)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.49, 0)]
    public void Over_Shares_HasTheHighestFloorBelowThem(double least, double floor) =>
        Assert.Equal(floor, PercentScale.Over([1, least]).Floor);

    [Fact]
    public void Over_NoShares_IsTheWholeScale() => Assert.Equal(PercentScale.Whole, PercentScale.Over([]));

    [Fact]
    public void Y_BelowTheFloor_LiesOnIt()
    {
        var scale = new PercentScale(0.8);
        Assert.Equal([0, 50, 100, 100], new[] { 1, 0.9, 0.8, 0.3 }.Select(share => Math.Round(scale.Y(share), 9)));
    }

    [Fact]
    public void Warning_ScaleThatDoesNotBeginAtZero_SaysWhereItBegins()
    {
        Assert.Equal(" The scale begins at 80 %; intervals are cut off there.", new PercentScale(0.8).Warning);
        Assert.Equal("", PercentScale.Whole.Warning);
    }
}
