using Bunit;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Projector;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Projector;

public sealed class ProjectorPageTests : BunitContext
{
    private readonly FakeClock _clock = new();
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();
    private int _drawn;

    [Fact]
    public async Task Page_LeftAlone_GoesFromSceneToScene()
    {
        var page = Open("charts/projector");
        Assert.Equal("Who reads your digits best?", Title(page));
        string[] titles =
        [
            "Who beats whom?", "Who is read best?", "The favourite mistake", "Are they getting better?", "Just drawn",
            "Who reads your digits best?",
        ];
        foreach (var title in titles)
            await ExpectAfterAPaceAsync(page, title);
    }

    [Fact]
    public async Task Page_Paused_StaysAndSaysSoUntilItGoesOn()
    {
        var page = Open("charts/projector");
        await page.Find("button").ClickAsync();
        Assert.Equal("Paused. The space bar goes on.", page.Find("[role=status]").TextContent);
        var paused = _clock.GetUtcNow();
        await _clock.PassUntilAsync(() => _clock.GetUtcNow() >= paused + 3 * ProjectorData.Pace);
        Assert.Equal("Who reads your digits best?", Title(page));

        await page.Find("button").ClickAsync();
        await _clock.PassUntilAsync(() => Title(page) == "Who beats whom?");
    }

    [Fact]
    public void Page_NotInteractiveYet_CannotBePaused()
    {
        var page = Open("charts/projector", isInteractive: false);
        Assert.True(page.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Page_Still_StaysWithItsScene()
    {
        var page = Open("charts/projector?scene=2&still");
        Assert.Equal("Cnn leads Buckets, 4 drawings to 0; too early to say which is better.", page.Find(".words").TextContent);
        // Another page begins to wait for its next scene within its first rendering, as Page_LeftAlone shows on the same clock.
        Assert.False(_clock.IsSetTo(_clock.GetUtcNow() + ProjectorData.Pace));
        _clock.Pass(2 * ProjectorData.Pace);
        await page.InvokeAsync(() => { });
        Assert.Equal("Who beats whom?", Title(page));
    }

    [Theory]
    [InlineData("charts/projector?scene=9&input=pen&player=3f2a9c24", "charts?input=pen&player=3f2a9c24")]
    [InlineData("charts/projector?scene=x", "charts")]
    public void Page_WithAFilter_LeadsBackToTheSameSelection(string address, string back)
    {
        var page = Open(address);
        Assert.Equal(back, page.Find("a[data-hotkey=Escape]").GetAttribute("href"));
        Assert.Equal("Who reads your digits best?", Title(page));
    }

    [Fact]
    public void Page_WithAFilter_ShowsOnlyItsDrawings()
    {
        var page = Open("charts/projector?player=3f2a9c24");
        Assert.Contains("Nothing is answered yet", page.Find(".words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NewLabelledDrawing_IsShown()
    {
        var page = Open("charts/projector?scene=1&still");
        Assert.Equal("8 drawings, 8 answered", page.Find(".summary").TextContent);
        await Services.GetRequiredService<IObservationStore>().AppendAsync(Play(9, 3), default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        await _clock.PassUntilAsync(() => page.Find(".summary").TextContent == "9 drawings, 9 answered");
    }

    [Fact]
    public async Task Page_SomebodyDraws_ShowsItAtOnceAndGoesOn()
    {
        var page = Open("charts/projector");
        await DrawAsync(9);
        // Long before the next turn; the page hears of changes every 300 ms.
        var turn = _clock.GetUtcNow() + ProjectorData.Pace / 2;
        await Eventually.TrueAsync(() =>
        {
            if (_clock.GetUtcNow() < turn)
                _clock.Pass(TimeSpan.FromMilliseconds(300));
            return Title(page) == "Just drawn";
        });
        Assert.Equal("1 of 2 read this 3.", page.Find(".words").TextContent);
        Assert.Single(page.FindAll("li[data-odd]"));
        await _clock.PassUntilAsync(() => Title(page) != "Just drawn");
    }

    [Theory]
    [InlineData("charts/projector?scene=1&still")]
    [InlineData("charts/projector?input=touch")]
    public async Task Page_SomebodyDraws_StaysWhereItIsAskedToStay(string address)
    {
        var page = Open(address);
        await DrawAsync(9);
        await _clock.PassUntilAsync(() => page.Find(".summary").TextContent == "9 drawings, 9 answered");
        Assert.NotEqual("Just drawn", Title(page));
    }

    [Fact]
    public async Task Page_ManyDraw_LeavesEachDrawingForAWhile()
    {
        var page = Open("charts/projector?scene=6&still");
        await DrawAsync(3);
        await _clock.PassUntilAsync(() => page.Find(".words").TextContent == "All 2 read this 3.");
        var shown = _clock.GetUtcNow();
        await DrawAsync(9);
        await _clock.PassUntilAsync(() => page.Find(".words").TextContent == "1 of 2 read this 3.");
        Assert.True(_clock.GetUtcNow() - shown >= ProjectorData.Pace / 2);
    }

    /// <summary>The player sees the wall, and may still bet on who guessed.</summary>
    [Fact]
    public async Task Page_DrawingOfAGuest_HidesWhoSaidWhatUntilTheAnswer()
    {
        var page = Open("charts/projector?scene=6&still");
        var masked = Play(9, 8) with { Time = ObservationBuilder.Evening.AddHours(20), Label = null, ChosenBy = ChosenBy.Lot };
        await Services.GetRequiredService<IObservationStore>().AppendAsync(masked, default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        await _clock.PassUntilAsync(() => page.FindAll(".said .who").Any(words => words.TextContent.StartsWith("A mystery guest")));
        Assert.Empty(page.FindAll(".said li"));

        var label = new Label(3, masked.Player, masked.Time);
        await Services.GetRequiredService<IObservationStore>().LabelAsync(masked.Id, label, default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        await _clock.PassUntilAsync(() => page.FindAll(".said li").Count == 2);
    }

    [Fact]
    public async Task Sound_AskedFor_IsThereUntilItIsNot()
    {
        var page = Open("charts/projector");
        Assert.Empty(page.FindAll("wall-chime"));
        await page.Find("[data-hotkey=S]").ClickAsync();
        Assert.Matches("^[0-9]+$", page.Find("wall-chime").GetAttribute("played"));
        await page.Find("[data-hotkey=S]").ClickAsync();
        Assert.Empty(page.FindAll("wall-chime"));
    }

    [Fact]
    public void Mistake_OnOpening_ShowsItsDrawings()
    {
        var page = Open("charts/projector?scene=4&still");
        Assert.Equal("Buckets takes a drawn 3 for an 8", page.Find(".words").TextContent);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("li svg[role=img] path").Count / 2));
        Assert.Equal("4 of 8 times, like these:", page.Find(".count").TextContent);
    }

    private async Task ExpectAfterAPaceAsync(IRenderedComponent<ProjectorPage> page, string title)
    {
        var next = _clock.GetUtcNow() + ProjectorData.Pace;
        await Eventually.TrueAsync(() => _clock.IsSetTo(next));
        _clock.Pass(ProjectorData.Pace);
        await Eventually.TrueAsync(() => Title(page) == title, $"{title}, not {Title(page)}");
    }

    private async Task DrawAsync(int other)
    {
        var later = ObservationBuilder.Evening.AddHours(10 + _drawn++);
        await Services.GetRequiredService<IObservationStore>().AppendAsync(Play(9, other) with { Time = later }, default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
    }

    private static string Title(IRenderedComponent<ProjectorPage> page) => page.Find("h1").TextContent;

    /// <summary>A drawing of a 3 that one contestant guesses right and the other as given.</summary>
    private static Observation Play(int i, int other) =>
        ScoredObservations.Play(3, ObservationBuilder.Evening.AddHours(i / 2), ("cnn", 3), ("k-means", other)) with
        {
            Chosen = "cnn",
            Player = $"p{i % 3}",
        };

    private IRenderedComponent<ProjectorPage> Open(string address, bool isInteractive = true)
    {
        Services.AddGame(_contestants, new MemoryObservationStore([.. Enumerable.Range(0, 8).Select(i => Play(i, i % 2 == 0 ? 3 : 8))]));
        Services.AddSingleton<TimeProvider>(_clock);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        SetRendererInfo(new RendererInfo("Server", isInteractive));
        var page = Render<ProjectorPage>();
        page.WaitForElement("section li, .words");
        return page;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
