using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class CalibrationPlotTests
{
    /// <summary>By hand: 25 answers at 0.9, 20 of them right, and 75 at 0.5, all of them right.</summary>
    [Fact]
    public void From_TwoBins_PlacesThemBySurenessAndAccuracy()
    {
        var plot = CalibrationPlot.From(Statistics((0.9, 25, 20), (0.5, 75, 75)));
        Assert.Equal([(50.0, 0.0), (90.0, 20.0)], plot.Points.Select(point => (Math.Round(point.X, 9), Math.Round(point.Y, 9))));
        Assert.Equal(1.75, plot.Points[1].Size, 9);
        Assert.True(plot.Points[1].YHigh < 20 && plot.Points[1].YLow > 20);
    }

    [Fact]
    public void Telling_EnoughAnswersAtNinety_IsThatBin() =>
        Assert.Equal(25, CalibrationPlot.From(Statistics((0.9, 25, 20), (0.5, 75, 75))).Telling!.N);

    [Fact]
    public void Telling_FewAnswersAtNinety_IsTheFullestBin() =>
        Assert.Equal(75, CalibrationPlot.From(Statistics((0.9, 19, 18), (0.5, 75, 75))).Telling!.N);

    [Fact]
    public void Telling_NoAnswers_IsNone() => Assert.Null(CalibrationPlot.From(Statistics()).Telling);

    /// <summary>By hand: √(2/π · 100 · 0.5 · 0.5) = 3.989 of 100 answers.</summary>
    [Fact]
    public void ErrorByChance_OfABinThatIsHalfSure_IsTheMeanDeviationOfACoin()
    {
        Assert.Equal(0.03989, Statistics((0.5, 100, 50)).ErrorByChance!.Value, 5);
        Assert.Null(Statistics().ErrorByChance);
    }

    [Fact]
    public void ErrorByChance_OfSimulatedCoins_IsTheirMeanError()
    {
        var random = new Random(1);
        var errors = Enumerable.Range(0, 2000).Select(_ => Statistics((0.8, 50, Enumerable.Range(0, 50).Count(_ => random.NextDouble() < 0.8))).ExpectedError!.Value);
        Assert.InRange(errors.Average(), 0.95 * Statistics((0.8, 50, 0)).ErrorByChance!.Value, 1.05 * Statistics((0.8, 50, 0)).ErrorByChance!.Value);
    }

    private static CalibrationStatistics Statistics(params (double Confidence, int N, int Correct)[] bins) =>
        new("cnn", Calibration.Reliability(bins.SelectMany(bin => Enumerable.Range(0, bin.N).Select(i => (bin.Confidence, i < bin.Correct)))));
}
