using AngleSharp.Dom;
using Bunit;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Pages.Boards;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Pages.Boards;

public sealed class TonightTests : BunitContext
{
    private static readonly DateTimeOffset Evening = ObservationBuilder.Evening;

    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public void Tonight_WithoutDrawings_Invites()
    {
        var page = Open(new MemoryObservationStore());
        Assert.Equal("Nobody has played yet. Draw the first digit.", page.Find(".tonight-empty").TextContent);
        Assert.Equal("Tonight", page.Find("h1").TextContent);
        Assert.Equal("page", page.FindAll("nav[aria-label=Scoreboard] a")[0].GetAttribute("aria-current"));
    }

    [Fact]
    public void Upsets_OfAnEvening_AreWhatMostMisread()
    {
        var page = Open(new MemoryObservationStore(
            Play(0, 7, 7, 7, 7), Play(1, 7, 1, 1, 7), Play(2, 7, 1, 1, 1), Play(3, 8, 8, 3, 3), Play(4, null, 1, 1, 7),
            Play(5, 7, 1, 1, 1) with { Excluded = true }));
        page.WaitForAssertion(() => Assert.Equal(
            ["A 7 that none of 3 read.", "An 8 that only cnn read.", "A 7 that only trees read."],
            page.FindAll(".upsets .card > b").Select(words => words.TextContent)));
        Assert.Equal(["cnn1✗", "Buckets1✗", "trees1✗"], page.Find(".upsets .card-said").QuerySelectorAll("li").Select(Said));
        Assert.Equal("One more", page.Find(".upsets > details > summary").TextContent);
    }

    [Fact]
    public void Upsets_OfAnotherEvening_AreNotShown()
    {
        var store = new MemoryObservationStore(Play(0, 7, 1, 1, 1), Play(24 * 60, 7, 7, 7, 7));
        var page = Open(store);
        Assert.Empty(page.FindAll(".upsets .card"));
        Assert.NotEmpty(page.FindAll(".latest"));
        Assert.Contains("No drawing has fooled", page.Find(".upsets").TextContent, StringComparison.Ordinal);
        page.Find("#evening").Change("2026-11-20");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".upsets .card")));
        Assert.Equal("Friday, 20 November 2026", page.Find("h1").TextContent);
        // What is played now is no part of that evening.
        Assert.Empty(page.FindAll(".latest"));
    }

    [Fact]
    public void Upsets_ThatWereMadeToFool_AreShownOnceTheirDigitIsKnown()
    {
        var task = new DrawingTask(PlayMode.Fool, 7);
        var page = Open(new MemoryObservationStore(
            Play(0, 7, 1, 1, 1) with { Task = task }, Play(1, null, 1, 1, 1) with { Task = task }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".upsets .card")));
        Assert.Empty(page.FindAll(".tonight-empty"));
    }

    [Fact]
    public async Task Latest_AnotherPlayIsCounted_ShowsItFirstAndThenItsAnswer()
    {
        var store = new MemoryObservationStore(Play(0, 7, 7, 7, 1));
        var page = Open(store);
        Assert.Equal("2 of 3 read this 7.cnn said 7 ✓", Latest(page)[0]);
        var next = Play(1, null, 4, 4, 4);
        await store.AppendAsync(next, default);
        await CountAsync();
        page.WaitForAssertion(() => Assert.Equal(["All 3 say 4.cnn said 4", "2 of 3 read this 7.cnn said 7 ✓"], Latest(page)));

        await store.LabelAsync(next.Id, new Label(9, "ann", Evening), default);
        await CountAsync();
        page.WaitForAssertion(() => Assert.Equal("Nobody read this 9.cnn said 4 ✗", Latest(page)[0]));
    }

    /// <summary>Players see the wall while they may still bet on who is behind the mask.</summary>
    [Fact]
    public async Task Latest_OfAGuestDrawnByLot_KeepsTheMaskOnUntilTheAnswer()
    {
        var masked = Play(0, null, 4, 4, 4) with { ChosenBy = ChosenBy.Lot };
        var store = new MemoryObservationStore(
            masked, Play(1, null, 3, 3, 3) with { ChosenBy = ChosenBy.Lot, Votes = [new Vote("ann", null, Evening)], Player = "ann" });
        var page = Open(store);
        Assert.Equal(["All 3 say 3.cnn said 3", "All 3 say 4.A mystery guest said 4"], Latest(page));

        await store.LabelAsync(masked.Id, new Label(4, "bob", Evening), default);
        await CountAsync();
        page.WaitForAssertion(() => Assert.Equal("All 3 read this 4.cnn said 4 ✓", Latest(page)[1]));
    }

    [Fact]
    public async Task Latest_OfPlayers_NamesOnlyWhoPutUpAName()
    {
        var page = Open(new MemoryObservationStore(
            Play(0, 7, 7, 7, 7) with { Player = "ann" }, Play(1, 7, 7, 7, 7) with { Player = "bob" }));
        Assert.Empty(page.FindAll(".latest-who"));
        await Services.GetRequiredService<Nicknames>().SetAsync(PlayerHandle.Of("bob"), "Bob", default);
        page.WaitForAssertion(() => Assert.Equal("Bob", Assert.Single(page.FindAll(".latest-who")).TextContent));
    }

    [Fact]
    public void Latest_PlaysOfProgramsOrSetAside_AreLeftOut()
    {
        var page = Open(new MemoryObservationStore(
            Play(0, 7, 7, 7, 7), Play(1, 7, 7, 7, 7) with { Origin = PlayOrigin.Api }, Play(2, 7, 7, 7, 7) with { Excluded = true }));
        Assert.Single(Latest(page));
    }

    [Fact]
    public async Task Latest_MadeToFool_IsShownOnceTheJuryHasSpoken()
    {
        var atTheJury = Play(1, null, 4, 4, 4) with { Task = new DrawingTask(PlayMode.Fool, 9) };
        var store = new MemoryObservationStore(Play(0, 7, 7, 7, 7), atTheJury);
        var page = Open(store);
        Assert.Single(Latest(page));
        await store.LabelAsync(atTheJury.Id, new Label(9, "jury", Evening), default);
        await CountAsync();
        page.WaitForAssertion(() => Assert.Equal("Nobody read this 9.cnn said 4 ✗", Latest(page)[0]));
    }

    [Fact]
    public void Tonight_ReplaysTurnedOffByTheHost_ShowsNoDrawing()
    {
        var page = Open(new MemoryObservationStore(Play(0, 7, 1, 1, 1)), replays: false);
        Assert.Single(page.FindAll(".board-row"));
        Assert.Empty(page.FindAll(".upsets, .latest, .card"));
    }

    [Fact]
    public void Tonight_StoreFails_SaysSoAndShowsItOnceItWorks()
    {
        var store = new MemoryObservationStore(Play(0, 7, 7, 7, 7)) { Failure = new StoreException("/secret/path is broken") };
        var page = Open(store);
        Assert.DoesNotContain("secret", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        store.Failure = null;
        page.FindAll("button").Single(button => button.TextContent == "Try again").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".board-row")));
    }

    [Fact]
    public void Rookie_ThatLearns_ShowsItsMistakesFromFirstToLatest()
    {
        var region = Region(
            Open(new MemoryObservationStore([
                .. Enumerable.Range(0, 20).Select(i =>
                    ScoredObservations.Play(3, Evening.AddMinutes(i), ("cnn", 3), ("rookie", i < 12 ? 0 : 3)) with { Chosen = "cnn" }),
            ])),
            "The rookie learns");
        Assert.Contains("10 mistakes in its first 10 drawings. Now it’s 2 in the latest 10.", region.TextContent, StringComparison.Ordinal);
        Assert.Equal(["100", "20"], region.QuerySelectorAll(".column b").Select(column => column.TextContent));
        Assert.Equal(["1–10", "11–20"], region.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal("0.8", region.QuerySelectorAll("tbody td")[2].GetAttribute("data-values")!.Split(';')[0]);
    }

    private static string Said(IElement line) => string.Concat(line.TextContent.Where(letter => !char.IsWhiteSpace(letter)))
        .Replace("100%", "", StringComparison.Ordinal);

    private static string[] Latest(IRenderedComponent<TonightPage> page) =>
        [.. page.FindAll(".latest li").Select(play => string.Concat(play.QuerySelectorAll("p").Select(line => line.TextContent.Trim())))];

    private static IElement Region(IRenderedComponent<TonightPage> page, string name) =>
        page.FindAll("section").Single(region => region.QuerySelector("h2")?.TextContent == name);

    private static Observation Play(int minute, int? truth, int cnn, int means, int trees) =>
        ScoredObservations.Play(truth, Evening.AddMinutes(minute), ("cnn", cnn), ("k-means", means), ("trees", trees)) with
        {
            Chosen = "cnn",
        };

    private Task CountAsync() => Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);

    private IRenderedComponent<TonightPage> Open(MemoryObservationStore store, bool replays = true)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddGame(_contestants, store);
        Services.AddSingleton(new ReplayOptions(replays));
        Services.GetRequiredService<NavigationManager>().NavigateTo("tonight");
        var page = Render<TonightPage>();
        page.WaitForState(() => page.FindAll(".people, [role=alert]").Count > 0);
        return page;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
