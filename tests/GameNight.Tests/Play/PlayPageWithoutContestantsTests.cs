using Bunit;

namespace GameNight.Tests.Play;

public sealed class PlayPageWithoutContestantsTests() : PlayPageContext(("broken", null))
{
    [Fact]
    public async Task Guess_NoContestantInService_SaysSoAndLetsThePlayerDraw()
    {
        var page = Open();
        Assert.Contains("No contestant is here", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("Nobody’s here to guess.", page.Find(".status [role=alert]").TextContent);
        Assert.Empty(await StoredAsync());
    }
}
