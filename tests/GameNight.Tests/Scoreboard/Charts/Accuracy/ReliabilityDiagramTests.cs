using Bunit;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class ReliabilityDiagramTests : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With(("cnn", 3), ("k-means", 3));

    [Fact]
    public void Diagram_OnOpening_ShowsTheMostAccurateAlgorithm()
    {
        var chart = Open();
        Assert.Equal("When it says 90 %, it’s right 84 % of the time.", chart.Find(".calibration-words strong").TextContent);
        Assert.Equal("84 % (65–94 %), n = 25", chart.Find(".calibration-words small").TextContent);
        Assert.Equal(
            "Over all its answers, how sure it is and how often it’s right are 6.0 points apart "
            + "(expected calibration error, n = 25); chance alone would make about 4.8.",
            chart.Find(".calibration-words p:last-child").TextContent);
        var rows = chart.FindAll("tbody tr");
        Assert.Equal(Calibration.Bins, rows.Count);
        Assert.Equal(["87 % to 93 %", "90.0 %", "21", "25", "84 % (65–94 %), n = 25"], rows[13].Children.Select(cell => cell.TextContent));
        var point = chart.Find(".calibration-point");
        Assert.Equal(("90%", "16%"), (point.GetAttribute("x"), point.GetAttribute("y")));
    }

    [Fact]
    public void Diagram_AnotherAlgorithmSelected_ShowsIt()
    {
        var chart = Open();
        chart.Find("select#calibration-algorithm").Change("k-means");
        Assert.Equal("When it says 100 %, it’s right 0 % of the time.", chart.Find(".calibration-words strong").TextContent);
        Assert.Contains("How sure Buckets was", chart.Find("caption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagram_WithoutLabels_HasNoChart() => Assert.Empty(Open(ScoreboardFixture.Count()).FindAll("table, select"));

    /// <summary>
    /// The CNN guesses 3 with confidence 0.9, and is right 21 of 25 times. K-means guesses 5 with confidence 1, and is always wrong.
    /// </summary>
    private static Scores Evening() => ScoreboardFixture.Count(Enumerable.Range(0, 25).Select(i =>
        ScoredObservations.Play(i < 21 ? 3 : 8, ObservationBuilder.Evening) with
        {
            Guesses = [ObservationBuilder.Guess("cnn", 3, 0.1f), ObservationBuilder.Guess("k-means", 5)],
        }));

    private IRenderedComponent<ReliabilityDiagram> Open(Scores? scores = null)
    {
        Services.AddSingleton(_contestants.Contestants);
        return Render<ReliabilityDiagram>(chart => chart.Add(component => component.Scores, scores ?? Evening()));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
