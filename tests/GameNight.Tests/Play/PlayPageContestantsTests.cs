using Bunit;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play;

/// <summary>The other contestants: their answers after the mark, and those that come and go during a round.</summary>
public sealed class PlayPageContestantsTests() : PlayPageContext(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 3), ("broken", null))
{
    [Fact]
    public async Task Mark_AfterAGuess_ShowsEveryAnswerInTheOrderOfTheCards()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Empty(page.FindAll(".said"));
        Assert.Equal("Who guesses?", page.Find("section[data-turned]").GetAttribute("aria-label"));
        await ClickAsync(page, "Right");
        var section = page.Find("section[aria-label='What the others said']");
        Assert.Equal(
            [
                "Stencil, MNIST-CNN 3 ✓ right, >99 %", "Dot, MNIST-MLP 8 ✗ wrong, >99 %", "Buckets, K-MEANS 3 ✓ right, >99 %",
                "BROKEN no answer", "Surprise me for the next drawing",
            ],
            section.QuerySelectorAll("label")
                .Select(card => $"{Words(card.QuerySelector(".name")!)} {Words(card.QuerySelector(".said")!)}"));
        Assert.Contains("2 of 3 had it right", section.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("said-mnist-mlp", page.Find("[role=radiogroup] input[value=mnist-mlp]").GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Mark_Corrected_JudgesEveryAnswerAnew()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        await ClickAsync(page, "It was an 8");
        Assert.Equal("8 ✓ right, >99 %", Words(page.Find("#said-mnist-mlp")));
        Assert.Equal("3 ✗ wrong, >99 %", Words(page.Find("#said-mnist-cnn")));
    }

    [Fact]
    public async Task Mark_CorrectedWithAnotherContestantChosen_CountsForTheOneThatWasMarked()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        await page.Find("input[value=mnist-mlp]").ChangeAsync("mnist-mlp");
        await ClickAsync(page, "It was an 8");
        Assert.Equal("1 drawn, 0 recognised", page.Find(".score").TextContent);
    }

    [Fact]
    public async Task Draw_AfterAMark_TurnsTheCardsBack()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Empty(page.FindAll(".said"));
    }

    [Fact]
    public async Task Version_ActivatedDuringADrawing_GuessesAtOnceAndIsShown()
    {
        var page = Open();
        await DrawAsync(page);
        Assert.Equal("version 1", page.Find(".who span").TextContent);
        await Fixture.PlayAsync("mnist-cnn", 5);
        page.WaitForAssertion(() => Assert.Equal("version 2", page.Find(".who span").TextContent));
        page.WaitForAssertion(() => Assert.Equal("a 3?… no, a 5!", page.Find(".thought").TextContent));
    }

    [Fact]
    public async Task Version_ActivatedAfterAGuess_LeavesTheAnswerToItsVersion()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await Fixture.PlayAsync("mnist-cnn", 5);
        page.WaitForAssertion(() => Assert.Equal("version 2", page.Find("input[value=mnist-cnn] ~ .version").TextContent));
        Assert.Equal("version 1", page.Find(".who span").TextContent);
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
    }

    [Fact]
    public async Task Contestant_PutIntoServiceLater_IsShownWithoutAReload()
    {
        var page = Open();
        Assert.Empty(page.FindAll("input[value=guest]"));
        await Fixture.PlayAsync("guest", 1);
        page.WaitForAssertion(() => Assert.False(page.Find("input[value=guest]").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Contestant_ChosenAndTakenOut_IsReplacedByTheFirst()
    {
        var page = Open();
        await page.Find("input[value=k-means]").ChangeAsync("k-means");
        Assert.Equal("k-means", page.Find("input[checked]").GetAttribute("value"));
        await Fixture.DismissAsync("k-means");
        page.WaitForAssertion(() => Assert.Equal("mnist-cnn", page.Find("input[checked]").GetAttribute("value")));
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
    }

    [Fact]
    public async Task Page_Closed_DoesNotFollowTheContestants()
    {
        var page = Open();
        await DisposeComponentsAsync();
        var renders = page.RenderCount;
        await Fixture.PlayAsync("mnist-cnn", 5);
        Assert.Equal(renders, page.RenderCount);
        Assert.Equal("2", Services.GetRequiredService<Contestants>().Find("mnist-cnn")!.ActiveVersion);
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
