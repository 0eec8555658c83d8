using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class LearningPlotTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void From_VersionsOfTwoAlgorithms_PlacesThemByLabelsOnOneScale()
    {
        var plot = LearningPlot.From(
            [Learned("net", "1", 0, 90), Learned("net", "2", 50, 95), Learned("net", "3", 100, 100), Learned("trees", "2", 50, 80)], []);
        Assert.Equal((100, 0.8), (plot.MaxLearnedFrom, plot.Scale.Floor));
        Assert.Equal(["net", "trees"], plot.Curves.Select(curve => curve.Algorithm));
        Assert.Equal("6,50 50,25 94,0", plot.Curves[0].HeldOut);
        Assert.Equal("", plot.Curves[0].Played);
        Assert.Equal("50,100", plot.Curves[1].HeldOut);
    }

    [Fact]
    public void From_PlayedInServiceAndOnShadow_CountsBothForTheVersion()
    {
        var plot = LearningPlot.From(
            [Learned("net", "1", 0, 60), Learned("net", "2", 50, 60)],
            [Played("2", false, 10, 9), Played("2", true, 30, 21), Played("7", false, 5, 0)]);
        Assert.Null(plot.Curves[0].Points[0].Played);
        var played = plot.Curves[0].Points[1].Played!;
        Assert.Equal((40, 30), (played.Proportion.N, played.Proportion.Correct));
        Assert.Equal(50, played.Y, 9);
    }

    [Fact]
    public void From_VersionsNearEachOther_NamesTheFirst()
    {
        var plot = LearningPlot.From(
            [Learned("net", "1", 0, 90), Learned("net", "2", 10, 90), Learned("net", "3", 20, 90), Learned("net", "4", 100, 90)], []);
        Assert.Equal([true, false, true, true], plot.Curves[0].Points.Select(point => point.IsNamed));
    }

    [Fact]
    public void From_NoVersions_HasNoCurves() =>
        Assert.Empty(LearningPlot.From([], [Played("1", false, 10, 9)]).Curves);

    private static LearnedVersion Learned(string algorithm, string version, int learnedFrom, int correct) =>
        new(algorithm, version, learnedFrom, new Proportion(100, correct));

    private static VersionStatistics Played(string version, bool isShadow, int n, int correct) =>
        new("net", version, isShadow, Evening, Evening, n, correct);
}
