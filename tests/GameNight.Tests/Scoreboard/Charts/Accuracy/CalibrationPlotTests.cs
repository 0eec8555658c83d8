using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class CalibrationPlotTests
{
    /// <summary>25 answers at 0.9, 20 of them right, and 75 at 0.5, all of them right; the positions are computed by hand.</summary>
    [Fact]
    public void From_TwoBins_PlacesThemByConfidenceAndAccuracy()
    {
        var plot = CalibrationPlot.From(Statistics((0.9, 25, 20), (0.5, 75, 75)));
        Assert.Equal([(50.0, 0.0), (90.0, 20.0)], plot.Points.Select(point => (Math.Round(point.X, 9), Math.Round(point.Y, 9))));
        Assert.Equal(1.75, plot.Points[1].Size, 9);
        Assert.True(plot.Points[1].YHigh < 20 && plot.Points[1].YLow > 20);
    }

    [Fact]
    public void Example_EnoughAnswersAtNinety_IsThatBin() =>
        Assert.Equal(25, CalibrationPlot.From(Statistics((0.9, 25, 20), (0.5, 75, 75))).Example!.N);

    [Fact]
    public void Example_FewAnswersAtNinety_IsTheFullestBin() =>
        Assert.Equal(75, CalibrationPlot.From(Statistics((0.9, 19, 18), (0.5, 75, 75))).Example!.N);

    [Fact]
    public void Example_NoAnswers_IsNone() => Assert.Null(CalibrationPlot.From(Statistics()).Example);

    /// <summary>Computed by hand: √(2/π · 100 · 0.5 · 0.5) = 3.989 of 100 answers.</summary>
    [Fact]
    public void ErrorByChance_ConfidenceOfOneHalf_IsTheMeanDeviationOfACoin()
    {
        Assert.Equal(0.03989, Statistics((0.5, 100, 50)).ErrorByChance!.Value, 5);
        Assert.Null(Statistics().ErrorByChance);
    }

    [Fact]
    public void ErrorByChance_SimulatedCoins_IsTheirMeanError()
    {
        var random = new Random(1);
        var mean = Enumerable.Range(0, 2000)
            .Select(_ => Enumerable.Range(0, 50).Count(_ => random.NextDouble() < 0.8))
            .Average(heads => Statistics((0.8, 50, heads)).ExpectedError!.Value);
        var expected = Statistics((0.8, 50, 0)).ErrorByChance!.Value;
        Assert.InRange(mean, 0.95 * expected, 1.05 * expected);
    }

    private static CalibrationStatistics Statistics(params (double Confidence, int N, int Correct)[] bins)
    {
        var answers = bins.SelectMany(bin => Enumerable.Range(0, bin.N).Select(i => (bin.Confidence, i < bin.Correct)));
        return new("cnn", Calibration.Reliability(answers));
    }
}
