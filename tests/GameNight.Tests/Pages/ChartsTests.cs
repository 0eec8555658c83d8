using AngleSharp.Dom;
using Bunit;
using GameNight.Pages;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Pages;

public sealed class ChartsTests : BunitContext
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private static readonly string[] Regions =
    [
        "Accuracy by algorithm", "The rookie learns", "Your own and the network", "Accuracy by digit", "Confusion matrix",
        "Accuracy over time", "Learning curve", "Calibration", "Surprise me", "Surprises compared", "Head to head", "Should we retrain?",
        "People",
    ];

    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public void Charts_WithMarks_HasRegionsEachWithAChartAndATable()
    {
        var page = Open(Night());
        Assert.Equal(Regions, page.FindAll("section").Select(Name));
        // Some regions are rendered later than others. Those that are left out have no data: no training, no surprise, no rookie, and
        // nobody's own.
        page.WaitForAssertion(() => Assert.All(page.FindAll("section.chart-region"), region =>
        {
            if (Name(region) is "Learning curve" or "Surprises compared" or "The rookie learns" or "Your own and the network")
                return;
            Assert.NotNull(region.QuerySelector("svg, [role=img], [data-roving]"));
            Assert.NotNull(region.QuerySelector("table > caption"));
            Assert.NotNull(region.QuerySelector("[tabindex='0'][aria-label] > table"));
            Assert.Equal(
                [$"Download {Name(region)} as CSV", $"Download {Name(region)} as SVG", $"Download {Name(region)} as PNG"],
                region.QuerySelectorAll("button[data-download]").Select(button => button.GetAttribute("aria-label")));
        }));
        Assert.Equal("12 drawings, 11 of them marked.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void ByAlgorithm_WithMarks_RanksAndSaysAccuracyIntervalAndN()
    {
        var region = Region(Open(Night()), "Accuracy by algorithm");
        var rows = region.QuerySelectorAll("li");
        Assert.Equal(["cnn", "k-means"], rows.Select(row => row.QuerySelector(".score-name")!.TextContent.Trim()));
        Assert.Equal("91 % (62–98 %), n = 11", rows[0].QuerySelector(".score-words")!.TextContent);
        Assert.Equal(["cnn", "10", "11", "91 % (62–98 %), n = 11"], Cells(region.QuerySelector("tbody tr")!));
    }

    [Fact]
    public void ByAlgorithm_WithMarks_DrawsTheBarAndItsWhisker()
    {
        var bar = Region(Open(Night()), "Accuracy by algorithm").QuerySelector("li .score-bar")!;
        Assert.Equal("90.91%", bar.QuerySelector(".score-fill")!.GetAttribute("width"));
        var whisker = bar.QuerySelector(".whisker")!;
        Assert.Equal(("62.26%", "98.38%"), (whisker.GetAttribute("x1"), whisker.GetAttribute("x2")));
    }

    [Fact]
    public void ByDigit_WithMarks_SaysBestAndWorstAndHasTheSameNumbersInTheTable()
    {
        var region = Region(Open(Night()), "Accuracy by digit");
        Assert.Equal("most correctly guessed: 0, 1, 2, 3, 4, 5, 6, 7, 8, least: 9", region.QuerySelector("figcaption > span")!.TextContent);
        Assert.Equal(["9", "50 % (9–91 %), n = 2", "0 % (0–66 %), n = 2"], Cells(region.QuerySelectorAll("tbody tr")[9]));
        Assert.Equal("9: 50 % (9–91 %), n = 2", region.QuerySelectorAll("title")[9].TextContent);
    }

    [Fact]
    public void Confusion_AnotherAlgorithmChosen_ShowsItsCountsAndShares()
    {
        var page = Open(Night());
        Assert.Equal("9", Cells(Region(page, "Confusion matrix").QuerySelectorAll("tbody tr")[9])[0]);
        var matrix = Region(page, "Confusion matrix").TextContent;
        Assert.Contains("most frequent mistake: a drawn 9 read as 4, 1 of 2 times", matrix, StringComparison.Ordinal);

        page.Find("select#confusion-algorithm").Change("k-means");
        page.WaitForState(() => page.Find("select#confusion-algorithm").GetAttribute("value") == "k-means");
        var row = Cells(Region(page, "Confusion matrix").QuerySelectorAll("tbody tr")[9]);
        Assert.Equal("2 (100 %)", row[1]);
        Assert.Equal("2", row[^1]);
        Assert.Equal("--heat: 100%", Region(page, "Confusion matrix").QuerySelectorAll(".heat-cell")[90].GetAttribute("style"));
    }

    [Fact]
    public void OverTime_OneEvening_IsByTheHourAndByTheNightOnDemand()
    {
        var page = Open(Night());
        var rows = Region(page, "Accuracy over time").QuerySelectorAll("tbody tr");
        Assert.Equal("20 Nov 2026, 20:00", Cells(rows[0])[0]);
        Assert.Equal(2, rows.Length);

        page.Find("select#time-step").Change("Night");
        page.WaitForAssertion(() => Assert.Equal(
            ["20 Nov 2026", "91 % (62–98 %), n = 11", "9 % (2–38 %), n = 11"],
            Cells(Assert.Single(Region(page, "Accuracy over time").QuerySelectorAll("tbody tr")))));
    }

    [Fact]
    public void Rookie_ThatLearns_ShowsItsMistakesFromFirstToLatest()
    {
        var region = Region(
            Open(new([
                .. Enumerable.Range(0, 20).Select(i =>
                    ScoredObservations.Play(3, Evening.AddMinutes(i), ("cnn", 3), ("rookie", i < 12 ? 0 : 3)) with { Chosen = "cnn" }),
            ])),
            "The rookie learns");
        Assert.Contains("10 mistakes in its first 10 drawings. Now it’s 2 in the latest 10.", region.TextContent, StringComparison.Ordinal);
        Assert.Equal(["100", "20"], region.QuerySelectorAll(".column b").Select(column => column.TextContent));
        Assert.Equal(["1–10", "11–20"], region.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal("0.8", region.QuerySelectorAll("tbody td")[2].GetAttribute("data-values")!.Split(';')[0]);
    }

    [Fact]
    public void Charts_WithoutDrawings_Invites()
    {
        var page = Open(new MemoryObservationStore());
        Assert.Equal("No drawings yet. Draw the first one.", page.Find(".charts-empty").TextContent);
        Assert.Equal("/", page.Find(".charts-empty a").GetAttribute("href"));
        Assert.Equal(Regions, page.FindAll("section").Select(Name));
        Assert.Empty(page.FindAll(".chart-region table"));
    }

    [Fact]
    public void Charts_WithoutMarks_AsksForThem()
    {
        var page = Open(new MemoryObservationStore(ScoredObservations.Play(null, Evening, ("cnn", 1))));
        Assert.StartsWith("No marks yet.", page.Find(".charts-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_StoreFails_SaysSoAndShowsThemOnceItWorks()
    {
        var store = Night();
        store.Failure = new StoreException("/secret/path is broken");
        var page = Open(store);
        Assert.DoesNotContain("secret", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        store.Failure = null;
        page.Find("button").Click();
        page.WaitForAssertion(() =>
        {
            Assert.Empty(page.FindAll("[role=alert]"));
            Assert.Equal(Regions.Length, page.FindAll("section").Count);
            Assert.Single(page.FindAll(".retrain-answer"));
        });
    }

    [Fact]
    public async Task Charts_AnotherPlayIsCounted_ShowsIt()
    {
        var store = Night();
        var page = Open(store);
        await store.AppendAsync(ScoredObservations.Play(3, Evening, ("cnn", 3)), default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        page.WaitForAssertion(() => Assert.Equal("13 drawings, 12 of them marked.", page.Find("[role=status]").TextContent));
    }

    /// <summary>Each digit once, a second 9 that the CNN reads as a 4, and a drawing without a label. k-means reads a 0 in each.</summary>
    private static MemoryObservationStore Night() => new(
    [
        .. Enumerable.Range(0, 10).Select(digit =>
            ScoredObservations.Play(digit, Evening.AddMinutes(digit), ("cnn", digit), ("k-means", 0)) with { Chosen = "cnn" }),
        ScoredObservations.Play(9, Evening.AddHours(2), ("cnn", 4), ("k-means", 0)),
        ScoredObservations.Play(null, Evening, ("cnn", 1)),
    ]);

    private IRenderedComponent<ChartsPage> Open(MemoryObservationStore store)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // No algorithm is in service, so the page shows ids in place of names.
        Services.AddGame(_contestants, store);
        var page = Render<ChartsPage>();
        page.WaitForState(() => page.FindAll(".retrain-answer, [role=alert]").Count > 0);
        return page;
    }

    private static IElement Region(IRenderedComponent<ChartsPage> page, string name) =>
        page.FindAll("section").Single(region => Name(region) == name);

    private static string Name(IElement region) => region.QuerySelector($"#{region.GetAttribute("aria-labelledby")}")!.TextContent;

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.TextContent)];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
