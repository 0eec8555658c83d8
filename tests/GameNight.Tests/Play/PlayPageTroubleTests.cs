using System.Security.Claims;
using Bunit;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Play.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play;

public sealed class PlayPageTroubleTests : PlayPageContext
{
    private static readonly StoreException DiskFull = new("The disk is full.", new IOException());

    [Fact]
    public async Task Guess_StoreFails_KeepsTheGuessAndSaysSo()
    {
        var page = Open();
        await DrawAsync(page);
        Store.Failure = DiskFull;
        await ClickAsync(page, "Guess");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.Contains("couldn’t be saved", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await ClickAsync(page, "Right");
        Assert.Equal("", Status(page));
        Assert.Contains("couldn’t be saved", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guess_StoreWorksAgain_SavesThePlayBeforeToo()
    {
        var page = Open();
        await DrawAsync(page);
        Store.Failure = DiskFull;
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        Assert.DoesNotContain("wait", page.Find(".status").TextContent, StringComparison.Ordinal);
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Equal("1 play waits to be saved.", page.FindAll(".status [role=status]")[1].TextContent);
        Store.Failure = null;
        await ClickAsync(page, "Guess");
        Assert.Empty(page.FindAll("[role=alert]"));
        Assert.Equal("", page.FindAll(".status [role=status]")[1].TextContent);
        await ClickAsync(page, "It was a 1");
        Assert.Equal("Saved", Status(page));
        Assert.Equal([3, 1], (await StoredAsync()).Select(play => play.Label?.Digit));
    }

    [Fact]
    public async Task Backlog_DatabaseAwayAndBack_IsShownWhileItLasts()
    {
        var page = Open();
        Backlog.Change(now => now with { Plays = 12 });
        Assert.Empty(page.FindAll(".notice"));
        Backlog.Change(now => now with { Failure = "it is away" });
        await ShowsNoticeAsync("12 plays are waiting for the database; they’re safe on this machine.");
        Backlog.Change(now => now with { Plays = 0, Failure = null, Refused = 1 });
        await ShowsNoticeAsync("The database refused 1 play or answer; it’s kept aside on this machine.");

        Task ShowsNoticeAsync(string words) => page.WaitForAssertionAsync(() => Assert.Equal(words, page.Find(".notice").TextContent));
    }

    [Fact]
    public async Task Guess_BrowserRefusesCookies_AsksForThem()
    {
        var page = Open(new ClaimsPrincipal(new ClaimsIdentity()));
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Contains("Allow cookies", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Draw_TheGuessedDrawingAgain_KeepsTheRoundAndFinishesThePad()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await DrawAsync(page);
        Assert.True(HasButton(page, "Right"));
        Pad.VerifyInvoke("finish", 2);
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Challenge_TurnedOnBeforeThePadIsCleared_GuessesNothing()
    {
        Pad.SetupVoid("clear");
        var page = Open();
        await DrawAsync(page);
        var switching = page.Find("input[role=switch]").ChangeAsync(true);
        await ClickAsync(page, "Guess");
        Assert.Equal("Draw something first", page.Find("[role=alert]").TextContent);
        Assert.False(switching.IsCompleted);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Page_ClosedWhileAMarkIsSaved_SavesItAndCallsNoJavaScript()
    {
        var slow = new PendingPlaysSlowStore(Store);
        Services.AddSingleton<IObservationStore>(slow);
        var page = Open();
        await DrawAsync(page);
        var guessing = ClickAsync(page, "Guess");
        page.WaitForState(() => HasButton(page, "Right"));
        var marking = ClickAsync(page, "Right");
        await page.InvokeAsync(DisposeComponentsAsync);
        // The renderer may be busy: the page is closed once the pad is disposed.
        await Eventually.TrueAsync(() => Pad.Invocations["dispose"].Count > 0);

        slow.Gate.SetResult();
        await Task.WhenAll(guessing, marking);
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
        Pad.VerifyNotInvoke("forget");
        Pad.VerifyNotInvoke("focus");
    }
}
