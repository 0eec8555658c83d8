using AngleSharp.Dom;
using Bunit;
using GameNight.Pages.Boards;
using GameNight.Scoreboard.Charts.Confusion;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Pages.Boards;

public sealed class ChartsTests : BunitContext
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private static readonly string[] Regions =
    [
        "Accuracy by algorithm", "Accuracy by digit", "Confusion matrix", "Accuracy over time",
    ];

    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public void Charts_WithMarks_HasRegionsEachWithAChartAndATable()
    {
        var page = Open(Night());
        Assert.Equal(Regions, page.FindAll("section.chart-region").Select(Name));
        Assert.All(page.FindAll("section.chart-region"), region =>
        {
            Assert.NotNull(region.QuerySelector("svg, [role=img], [data-roving]"));
            Assert.NotNull(region.QuerySelector("table > caption"));
            Assert.NotNull(region.QuerySelector("[tabindex='0'][aria-label] > table"));
            Assert.Equal(
                [$"Download {Name(region)} as CSV", $"Download {Name(region)} as SVG", $"Download {Name(region)} as PNG"],
                region.QuerySelectorAll("button[data-download]").Select(button => button.GetAttribute("aria-label")));
        });
        Assert.Equal("12 drawings, 11 of them answered.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void ByAlgorithm_WithMarks_RanksAndSaysAccuracyIntervalAndN()
    {
        var region = Region(Open(Night()), "Accuracy by algorithm");
        var rows = region.QuerySelectorAll(".score");
        Assert.Equal(["cnn", "Buckets, k-means"], rows.Select(row => row.QuerySelector(".score-name")!.TextContent.Trim()));
        Assert.Equal("1 of 11 (2–38 in 100)", rows[0].QuerySelector(".score-words")!.TextContent);
        Assert.Equal(["cnn", "10", "11", "91 % (62–98 %), n = 11"], Cells(region.QuerySelector("tbody tr")!));
    }

    [Fact]
    public void ByAlgorithm_AsATable_ShowsBothNamesAndGivesFilesTheTechnicalOne()
    {
        var heading = Region(Open(Night()), "Accuracy by algorithm").QuerySelectorAll("tbody th")[1];
        Assert.Equal(("Buckets, k-means", "k-means"), (heading.TextContent, heading.GetAttribute("data-value")));
    }

    [Fact]
    public void Headline_FewAnswers_SaysHowManyItTakes() => Assert.Equal(
        "Too early to say: 11 of the 20 answered drawings that it takes.", Open(Night()).Find(".charts-headline").TextContent);

    /// <summary>9 mistakes in 100 with an interval from 2 to 38, on an axis from 0 to 100: k-means makes 91.</summary>
    [Fact]
    public void ByAlgorithm_WithMarks_DrawsTheMistakesAndTheirInterval()
    {
        var region = Region(Open(Night()), "Accuracy by algorithm");
        Assert.Equal(["0", "20", "40", "60", "80", "100"], region.QuerySelectorAll(".score-axis li").Select(tick => tick.TextContent));
        Assert.Equal("9.09%", region.QuerySelector("li .score-dot")!.GetAttribute("x"));
        var whisker = region.QuerySelector("li .whisker")!;
        Assert.Equal(("1.62%", "37.74%"), (whisker.GetAttribute("x1"), whisker.GetAttribute("x2")));
    }

    [Fact]
    public void ByDigit_WithMarks_ShowsMistakesAndHasTheSameNumbersInTheTable()
    {
        var region = Region(Open(Night()), "Accuracy by digit");
        Assert.StartsWith(
            "Too early to say which digits are hard: it takes 10 drawings of one.", region.QuerySelector(".chart-lead")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["9", "50 % (9–91 %), n = 2", "0 % (0–66 %), n = 2"], Cells(region.QuerySelectorAll("tbody tr")[9]));
        var nine = region.QuerySelector("[data-cell='0,9']")!;
        Assert.Equal("cnn, digit 9: 50 mistakes in 100, n = 2", nine.TextContent);
        Assert.EndsWith("charts?of=cnn&drawn=9#drawings", nine.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_AddressOfEarlier_OpensItsDrawings()
    {
        var page = Open(Night(), "charts?of=cnn&drawn=9&taken=4");
        Assert.Equal("1 drawing of 9, taken for 4 by cnn", page.Find("#drawings-title").TextContent);
        Assert.True(Region(page, "Confusion matrix").QuerySelector(".chart-fold")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("charts?of=k-means&drawn=any", "Accuracy by algorithm", "10 drawings that Buckets misread")]
    [InlineData("charts?of=k-means&drawn=9", "Accuracy by digit", "2 drawings of 9 that Buckets misread")]
    public void Charts_ANumberIsChosen_OpensItsDrawings(string address, string region, string title)
    {
        var page = Open(Night(), address);
        Assert.Equal(title, Region(page, region).QuerySelector("#drawings-title")!.TextContent);
        // The part's own renders are waited for: the page misses one that comes while it renders itself.
        var drawings = page.FindComponent<ConfusedDrawings>();
        drawings.WaitForAssertion(() => Assert.Equal(int.Parse(title.Split(' ')[0], null), drawings.FindAll(".confused-list > li").Count));
    }

    [Fact]
    public void Links_WithAFilter_TakeItAlongAndMarkThePage()
    {
        var links = Open(Night(), "charts?input=mouse&of=cnn&drawn=9").FindAll("nav[aria-label=Scoreboard] a");
        Assert.Equal(["Tonight", "Contestants", "Lab"], links.Select(link => link.TextContent));
        Assert.Equal([null, "page", null], links.Select(link => link.GetAttribute("aria-current")));
        Assert.Equal("charts/lab?input=mouse", links[2].GetAttribute("href"));
    }

    /// <summary>The links stayed as they were when the page was opened.</summary>
    [Fact]
    public void Links_TheFilterIsChanged_TakeTheNewOneAlong()
    {
        var page = Open(Night());
        page.Find("select[name=algorithm]").Change("cnn");
        page.WaitForAssertion(() =>
        {
            Assert.Equal("charts/lab?algorithm=cnn", page.FindAll("nav[aria-label=Scoreboard] a")[2].GetAttribute("href"));
            Assert.Equal("charts/projector?algorithm=cnn", page.Find(".projector-link").GetAttribute("href"));
        });
    }

    [Fact]
    public void Filters_NoneIsSet_AreFolded() => Assert.False(Open(Night()).Find(".charts-filters").HasAttribute("open"));

    [Fact]
    public void Filters_OneIsSet_AreUnfoldedAndCanBeCleared()
    {
        var filters = Open(Night(), "charts?algorithm=cnn").Find(".charts-filters");
        Assert.True(filters.HasAttribute("open"));
        Assert.Equal("/charts", filters.QuerySelectorAll("a").Single(link => link.TextContent == "Clear filters").GetAttribute("href"));
    }

    [Fact]
    public void Confusion_AnotherAlgorithmChosen_ShowsItsCountsAndShares()
    {
        var page = Open(Night());
        Assert.Equal("9", Cells(Region(page, "Confusion matrix").QuerySelectorAll("tbody tr")[9])[0]);
        var matrix = Region(page, "Confusion matrix").TextContent;
        Assert.Contains("favourite mistake: a drawn 9 read as 4, 1 of 2 times", matrix, StringComparison.Ordinal);

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
    public void Charts_WithoutDrawings_Invites()
    {
        var page = Open(new MemoryObservationStore());
        Assert.Equal("No drawings yet. Draw the first one.", page.Find(".charts-empty").TextContent);
        Assert.Equal("/", page.Find(".charts-empty a").GetAttribute("href"));
        Assert.Equal(Regions, page.FindAll("section.chart-region").Select(Name));
        Assert.Empty(page.FindAll(".chart-region table"));
    }

    [Fact]
    public void Charts_WithoutMarks_AsksForThem()
    {
        var page = Open(new MemoryObservationStore(ScoredObservations.Play(null, Evening, ("cnn", 1))));
        Assert.StartsWith("No answers yet.", page.Find(".charts-empty").TextContent, StringComparison.Ordinal);
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
        });
    }

    [Fact]
    public async Task Charts_AnotherPlayIsCounted_ShowsIt()
    {
        var store = Night();
        var page = Open(store);
        await store.AppendAsync(ScoredObservations.Play(3, Evening, ("cnn", 3)), default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        page.WaitForAssertion(() => Assert.Equal("13 drawings, 12 of them answered.", page.Find("[role=status]").TextContent));
    }

    /// <summary>Each digit once, a second 9 that the CNN reads as a 4, and a drawing without a label. k-means reads a 0 in each.</summary>
    private static MemoryObservationStore Night() => new(
    [
        .. Enumerable.Range(0, 10).Select(digit =>
            ScoredObservations.Play(digit, Evening.AddMinutes(digit), ("cnn", digit), ("k-means", 0)) with { Chosen = "cnn" }),
        ScoredObservations.Play(9, Evening.AddHours(2), ("cnn", 4), ("k-means", 0)),
        ScoredObservations.Play(null, Evening, ("cnn", 1)),
    ]);

    private IRenderedComponent<ChartsPage> Open(MemoryObservationStore store, string address = "charts")
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // No algorithm is in service, so the page shows ids in place of names.
        Services.AddGame(_contestants, store);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<ChartsPage>();
        page.WaitForState(() => page.FindAll(".charts-headline, [role=alert]").Count > 0);
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
