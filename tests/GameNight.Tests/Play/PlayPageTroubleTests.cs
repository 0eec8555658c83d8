using Bunit;
using GameNight.Observations;

namespace GameNight.Tests.Play;

public sealed class PlayPageTroubleTests : PlayPageContext
{
    private static readonly ObservationStoreException DiskFull = new("The disk is full.", new IOException());

    [Fact]
    public async Task Guess_StoreFails_KeepsTheGuessAndSaysSo()
    {
        var page = Open();
        await DrawAsync(page);
        Store.Failure = DiskFull;
        await ClickAsync(page, "Guess");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".answer__line").TextContent);
        Assert.Contains("could not be saved", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await ClickAsync(page, "Right");
        Assert.Equal("", Status(page));
        Assert.Contains("could not be saved", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guess_StoreWorksAgain_SavesThePlayBeforeToo()
    {
        var page = Open();
        await DrawAsync(page);
        Store.Failure = DiskFull;
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        Store.Failure = null;
        await DrawAsync(page, [[50, 10], [50, 90]]);
        await ClickAsync(page, "Guess");
        Assert.Empty(page.FindAll("[role=alert]"));
        await ClickAsync(page, "It was a 1");
        Assert.Equal("Saved", Status(page));
        Assert.Equal([3, 1], (await StoredAsync()).Select(play => play.Label?.Digit));
    }
}

public sealed class PlayPageWithoutContestantsTests() : PlayPageContext(("broken", null))
{
    [Fact]
    public async Task Guess_NobodyInService_SaysSoAndLetsOneDraw()
    {
        var page = Open();
        Assert.Contains("No contestant is here", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("Nobody is here to guess.", page.Find(".verdict [role=alert]").TextContent);
        Assert.Empty(await StoredAsync());
    }
}
