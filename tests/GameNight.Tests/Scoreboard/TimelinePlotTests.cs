using GameNight.Scoreboard;

namespace GameNight.Tests.Scoreboard;

public sealed class TimelinePlotTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void From_SeveralPeriods_PlacesThemByTimeAndAccuracy()
    {
        var plot = TimelinePlot.From([
            new("cnn", [new(Day, 4, 4), new(Day.AddDays(1), 4, 2), new(Day.AddDays(4), 4, 0)]),
            new("k-means", [new(Day.AddDays(1), 4, 1)])]);
        Assert.Equal([Day, Day.AddDays(1), Day.AddDays(4)], plot.Times);
        Assert.Equal([(3.0, 0.0), (26.5, 50.0), (97.0, 100.0)], plot.Lines[0].Points.Select(point => (point.X, point.Y)));
        Assert.Equal((26.5, 75.0), (plot.Lines[1].Points[0].X, plot.Lines[1].Points[0].Y));
        Assert.Equal("3,0 26.5,50 97,100", plot.Lines[0].Path);
    }

    [Fact]
    public void Band_OfALine_GoesThereAboveAndBackBelow()
    {
        var line = TimelinePlot.From([new("cnn", [new(Day, 20, 0), new(Day.AddDays(1), 20, 20)])]).Lines[0];
        Assert.Equal("3,83.89 97,0 97,16.11 3,100", line.Band);
    }

    [Fact]
    public void From_OnePeriod_LiesInTheMiddle() =>
        Assert.Equal(50, TimelinePlot.From([new("cnn", [new(Day, 1, 1)])]).Lines[0].Points[0].X);

    [Fact]
    public void From_Nothing_IsEmpty() => Assert.Empty(TimelinePlot.From([]).Times);
}
