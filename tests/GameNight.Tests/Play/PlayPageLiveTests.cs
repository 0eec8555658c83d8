using Bunit;
using GameNight.Play;

namespace GameNight.Tests.Play;

/// <summary>Live guesses that the browser makes: the server says whose, makes none itself meanwhile, and can take over again.</summary>
public sealed class PlayPageLiveTests : PlayPageContext
{
    private const string AllEyes = "I’m all eyes.";

    [Fact]
    public async Task Page_Rendered_SaysWhoMayGuessInTheBrowser()
    {
        var page = Open();
        Assert.Equal("mnist-cnn/1", Contestant(page));
        await page.Find("input[value=mnist-mlp]").ChangeAsync("mnist-mlp");
        Assert.Equal("mnist-mlp/1", Contestant(page));
        await page.Find("input[value=surprise]").ChangeAsync("surprise");
        Assert.Null(Contestant(page));
    }

    [Fact]
    public void Page_OfAnotherChoiceThanTheFirst_NeverNamesTheFirst()
    {
        Remember("""{"Chosen":"mnist-mlp"}""");
        Assert.Equal("mnist-mlp/1", Contestant(Open()));
    }

    [Fact]
    public async Task Draw_TheBrowserGuesses_TheServerDoesNot()
    {
        var page = Open();
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page);
        Assert.Equal(AllEyes, page.Find(".thought").TextContent);
        Assert.All(page.FindAll(".bar"), bar => Assert.Equal("--share: 0", bar.GetAttribute("style")));
    }

    [Fact]
    public async Task Guess_TheBrowserGuessedLive_IsTheServers()
    {
        var page = Open();
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page);
        Assert.Null(page.Find("live-guess").GetAttribute("data-answered"));
        await ClickAsync(page, "Guess");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal($"{stored.Id}", page.Find("live-guess").GetAttribute("data-answered"));
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Null(page.Find("live-guess").GetAttribute("data-answered"));
        Assert.Equal(AllEyes, page.Find(".thought").TextContent);
    }

    [Fact]
    public async Task Browser_ReadyAfterAStroke_LeavesTheServersGuessAndIsToldItsDigit()
    {
        var page = Open();
        await DrawAsync(page);
        Assert.Equal("3", page.Find("live-guess").GetAttribute("data-digit"));
        await TellAsync(page, "mnist-cnn/1");
        await Fixture.PlayAsync("guest", 1);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[value=guest]")));
        Assert.Equal("I see a 3…", page.Find(".thought").TextContent);
        await ClickAsync(page, "Guess");
        // It is not the digit before the first stroke of the next drawing.
        Assert.Null(page.Find("live-guess").GetAttribute("data-digit"));
    }

    [Fact]
    public async Task Browser_ThatCannotGoOn_LeavesTheDrawingToTheServer()
    {
        var page = Open();
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page);
        await TellAsync(page, "");
        Assert.Equal("I see a 3…", page.Find(".thought").TextContent);
        await DrawAsync(page, [[[50, 10], [50, 90]]]);
        Assert.Equal("I see a 3…", page.Find(".thought").TextContent);
    }

    [Fact]
    public async Task Contestant_ChosenWhileTheBrowserGuesses_IsTheServersUntilTheBrowserHasIt()
    {
        var page = Open();
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page);
        await page.Find("input[value=mnist-mlp]").ChangeAsync("mnist-mlp");
        Assert.Equal("I see an 8…", page.Find(".thought").TextContent);
        await page.Find("input[value=mnist-cnn]").ChangeAsync("mnist-cnn");
        Assert.Equal("I see a 3…", page.Find(".thought").TextContent);
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Equal(AllEyes, page.Find(".thought").TextContent);
    }

    [Fact]
    public async Task Version_ActivatedWhileTheBrowserGuesses_IsTheServersUntilTheBrowserHasIt()
    {
        var page = Open();
        await TellAsync(page, "mnist-cnn/1");
        await DrawAsync(page);
        await Fixture.PlayAsync("mnist-cnn", 5);
        page.WaitForAssertion(() => Assert.Equal("I see a 5…", page.Find(".thought").TextContent));
        Assert.Equal("mnist-cnn/2", Contestant(page));
    }

    private static string? Contestant(IRenderedComponent<PlayPage> page) => page.Find("live-guess").GetAttribute("data-contestant");

    /// <summary>What the browser says when it can guess by itself: who guesses there.</summary>
    private static Task TellAsync(IRenderedComponent<PlayPage> page, string contestant) => page.Find("live-guess").ChangeAsync(contestant);
}
