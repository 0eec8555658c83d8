using Bunit;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Models;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class LearningCurveTests : BunitContext
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private readonly ContestantsFixture _contestants = ContestantsFixture.With(("app-network", 3), ("k-means", 3));

    [Fact]
    public void Curve_NoTrainedVersion_SaysSo()
    {
        var chart = Open(Scores());
        Assert.StartsWith("The learners haven’t been to school yet.", chart.Find(".chart-lead").TextContent, StringComparison.Ordinal);
        Assert.Empty(chart.FindAll("table, svg"));
    }

    [Fact]
    public async Task Curve_TrainingReports_HasEachVersionFromTheShippedOneOn()
    {
        await PublishAsync(50, heldOut: 20, candidate: 18, first: 16);
        await PublishAsync(120, heldOut: 40, candidate: 40, first: 30);
        var chart = OpenCurve(Scores());
        Assert.Equal(
            ["1 0 75 % (60–86 %), n = 40 100 % (34–100 %), n = 2", "2 50 90 % (70–97 %), n = 20 –", "3 120 100 % (91–100 %), n = 40 –"],
            chart.FindAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
        Assert.Equal(["Sponge, APP-NETWORK"], chart.FindAll("tbody th").Select(name => name.TextContent).Distinct());
        Assert.Equal(
            "Before any answer 25 mistakes in 100 (14–40), n = 40; after 120 answers 0 mistakes in 100 (0–9), n = 40. The same drawings.",
            chart.Find("figcaption > span").TextContent);
        Assert.Equal(
            [
                "version 1, 0 answers, as it played: 100 % (34–100 %), n = 2",
                "version 1, 0 answers, never seen: 75 % (60–86 %), n = 40",
            ],
            chart.FindAll("title").Take(2).Select(title => title.TextContent));
    }

    [Fact]
    public async Task Curve_ImportedVersion_IsLeftOut()
    {
        await PublishAsync(50, heldOut: 20, candidate: 18, first: 16);
        await _contestants.Library.PublishAsync(ModelPackageBuilder.Always("app-network", 4), default);
        await _contestants.Library.PublishAsync(ModelPackageBuilder.Always("k-means", 4), default);
        Assert.Equal(["1", "2"], OpenCurve(Scores()).FindAll("tbody td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Curve_NewLabel_ReadsTheLibraryOnlyWhenAVersionChanges()
    {
        await PublishAsync(50, heldOut: 20, candidate: 18, first: 16);
        var chart = OpenCurve(Scores());
        await PublishAsync(120, heldOut: 40, candidate: 40, first: 30);
        chart.Render(parameters => parameters.Add(component => component.Scores, Scores(plays: 3)));
        Assert.Equal("100 % (44–100 %), n = 3", chart.Find("tbody td:last-child").TextContent);
        Assert.Equal(2, chart.FindAll("tbody tr").Count);

        await _contestants.PlayAsync("k-means", 4);
        chart.WaitForAssertion(() => Assert.Equal(3, chart.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Curve_AlgorithmThatHasNotLearned_IsEmpty()
    {
        await PublishAsync(50, heldOut: 20, candidate: 18, first: 16);
        var chart = OpenCurve(Scores());
        chart.Render(parameters => parameters.Add(component => component.Algorithm, "k-means"));
        Assert.Empty(chart.FindAll("table"));
    }

    [Fact]
    public async Task Curve_RegistryCannotBeRead_SaysSo()
    {
        await _contestants.BreakRegistryAsync();
        var chart = Open(Scores());
        chart.WaitForAssertion(() => Assert.StartsWith(
            "The model registry doesn’t answer right now", chart.Find(".chart-lead").TextContent, StringComparison.Ordinal));
    }

    private Task<ModelManifest> PublishAsync(int learnedFrom, int heldOut, int candidate, int first) =>
        _contestants.Library.PublishAsync(Learned(learnedFrom, heldOut, candidate, first), default);

    private static Scores Scores(int plays = 2) => ScoreboardFixture.Count(
        Enumerable.Range(0, plays).Select(i => ScoredObservations.Play(3, Evening.AddMinutes(i), ("app-network", 3))));

    /// <summary>A version with the report of its training.</summary>
    internal static ModelPackage Learned(int learnedFrom, int heldOut, int candidate, int first)
    {
        var labelled = learnedFrom + heldOut;
        var report = new TrainingReport
        {
            Run = "1",
            Algorithm = "app-network",
            Replaces = "1",
            First = "1",
            Trigger = "a test",
            StartedAt = Evening,
            Rows = new ExampleCounts(labelled, labelled, learnedFrom, 3, heldOut, 1, new Dictionary<string, int>()),
            Comparisons =
            [
                new ModelComparison(
                    EvaluationSet.HeldOutName, new(heldOut, candidate), new(heldOut, first), new(heldOut, first), 0, 0, null, null, []),
            ],
            Decision = new PromotionDecision(true, []),
            Seconds = 1,
            ProcessorSeconds = 1,
            DollarsPerCoreHour = 0.05,
        };
        var extras = new Dictionary<string, byte[]> { [TrainingReport.FileName] = report.ToUtf8() };
        return ModelPackageBuilder.Always("app-network", 4) with { Extras = extras };
    }

    /// <summary>Renders the chart and waits until the library is read.</summary>
    private IRenderedComponent<LearningCurve> OpenCurve(Scores scores)
    {
        var chart = Open(scores);
        chart.WaitForState(() => chart.FindAll("tbody tr").Count > 0);
        return chart;
    }

    private IRenderedComponent<LearningCurve> Open(Scores scores)
    {
        Services.AddGame(_contestants, new MemoryObservationStore());
        return Render<LearningCurve>(parameters => parameters.Add(component => component.Scores, scores));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
