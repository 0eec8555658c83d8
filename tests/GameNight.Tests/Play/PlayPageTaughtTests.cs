using Bunit;

namespace GameNight.Tests.Play;

/// <summary>The player's own contestant reads what all others misread.</summary>
public sealed class PlayPageTaughtTests() : PlayPageContext(("app-network", 4), ("mnist-cnn", 4), ("personal", 7))
{
    [Fact]
    public async Task Mark_OwnIsRightAlone_IsCelebrated()
    {
        var page = await GuessAsync("personal");
        Assert.Empty(page.FindAll(".celebration"));
        await ClickAsync(page, "Right");
        Assert.Equal("You taught me that! The other two still say 4.", page.Find(".thanks").TextContent);
        Assert.Single(page.FindAll(".celebration"));
    }

    [Fact]
    public async Task Mark_AnotherIsWrong_IsNotCelebrated()
    {
        var page = await GuessAsync("mnist-cnn");
        await ClickAsync(page, "Wrong");
        await ClickAsync(page, "It was a 7");
        Assert.Equal("Thanks. So that’s a 7.", page.Find(".thanks").TextContent);
        Assert.Empty(page.FindAll(".celebration"));
    }

    private async Task<IRenderedComponent<GameNight.Play.PlayPage>> GuessAsync(string contestant)
    {
        var page = Open();
        await page.Find($"input[value={contestant}]").ChangeAsync(contestant);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        return page;
    }
}
