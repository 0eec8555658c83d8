using Bunit;
using GameNight.Play;

namespace GameNight.Tests.Play;

public sealed class PlayPageUnrecordedTests : PlayPageContext
{
    private const string Key = "game-night.recording";

    [Fact]
    public async Task FirstVisit_SaysWhatIsKept_UntilTheFirstGuess()
    {
        var page = Open();
        Assert.Equal("We keep your drawings, so the contestants can learn.", page.Find(".score").TextContent);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("No drawings yet", page.Find(".score").TextContent);
        Assert.Contains(JSInterop.Invocations["localStorage.setItem"], call => call.Arguments is [Key, "told"]);
    }

    [Fact]
    public async Task SwitchedOn_GuessesAndSaysWhoWasRight_AndStoresNothing()
    {
        var page = Open();
        await SwitchAsync(page, true);
        Assert.Equal("Nothing you draw is kept.", page.Find(".score").TextContent);
        RememberChoice("off");

        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");

        Assert.Equal("Not recorded", page.Find(".saved").TextContent);
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.Empty(await StoredAsync());
        Assert.Contains(JSInterop.Invocations["localStorage.setItem"], call => call.Arguments is [Key, "off"]);
        Assert.All(
            JSInterop.Invocations["sessionStorage.setItem"],
            call => Assert.Contains("\"Drawn\":0", $"{call.Arguments[1]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SwitchedOnInAnotherTab_IsAskedBeforeTheGuess()
    {
        var page = Open();
        await DrawAsync(page);
        RememberChoice("off");
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task SwitchedOnBeforeTheAnswer_DoesNotStoreTheAnswer()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await SwitchAsync(page, true);
        await ClickAsync(page, "Right");
        Assert.Null(Assert.Single(await StoredAsync()).Label);
    }

    [Fact]
    public async Task SwitchedOff_IsStoredAgain()
    {
        RememberChoice("off");
        var page = Open();
        await SwitchAsync(page, false);
        RememberChoice("told");
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Challenge_WithoutRecording_AsksForAnotherDigitAndCountsNoStreak()
    {
        RememberChoice("off");
        Remember("""{"Challenge":true,"Asked":3,"Streak":2}""");
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Empty(await StoredAsync());
        Assert.Equal("2", page.Find(".streak b").TextContent);
        Assert.DoesNotContain("Draw a 3", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    private static Task SwitchAsync(IRenderedComponent<PlayPage> page, bool on) =>
        page.Find("input[aria-describedby=recording-words]").ChangeAsync(on);

    private void RememberChoice(string choice) =>
        JSInterop.Setup<string?>("localStorage.getItem", Key).SetResult(choice);
}
