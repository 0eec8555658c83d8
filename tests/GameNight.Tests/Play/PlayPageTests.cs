using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Tests.Play;

public sealed class PlayPageTests : PlayPageContext
{
    [Fact]
    public async Task Draw_AStroke_ShowsALiveGuessAndStoresNothing()
    {
        var page = Open();
        Assert.Equal("I’m all eyes.", page.Find(".thought").TextContent);
        await DrawAsync(page);
        Assert.Equal("I see a 3…", page.Find(".thought").TextContent);
        Assert.Empty(page.Find(".most-likely").TextContent);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Guess_ADrawing_SaysTheAnswerAndShowsTheImage()
    {
        var page = Open();
        await DrawAsync(page);
        Assert.False(HasButton(page, "Right"));
        await ClickAsync(page, "Guess");
        var answer = page.Find("[aria-live=polite].most-likely");
        Assert.Equal("Most likely answer: 3 (99.98 %)", answer.TextContent);
        Assert.StartsWith("data:image/png;base64,", page.Find("img[alt='You drew']").GetAttribute("src"), StringComparison.Ordinal);
        Assert.True(HasButton(page, "Right") && HasButton(page, "Wrong"));
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(("ann", "mnist-cnn", ChosenBy.Player, null), (stored.Player, stored.Chosen, stored.ChosenBy, stored.Label));
        Assert.Equal(InputKind.Touch, stored.Input);
        Assert.Equal(["mnist-cnn", "mnist-mlp"], stored.Guesses.Select(guess => guess.Algorithm));
    }

    [Fact]
    public async Task Guess_ABlankPad_AsksForADrawingAndStoresNothing()
    {
        var page = Open();
        await ClickAsync(page, "Guess");
        Assert.Equal("Draw something first", page.Find("[role=alert]").TextContent);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Guess_TheSameDrawingTwice_IsStoredOnce()
    {
        var page = Open();
        await DrawAsync(page);
        // A double click: the second half may arrive before the browser has taken the button away.
        var guess = Button(page, "Guess");
        await Task.WhenAll(guess.ClickAsync(), guess.ClickAsync());
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Round_FromGuessToNext_HasOneBrightButtonInOnePlace()
    {
        var page = Open();
        Assert.Equal(["Guess"], Bright());
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal(["Right", "Wrong"], Bright());
        await ClickAsync(page, "Right");
        Assert.Equal(["Next"], Bright());
        Assert.Equal("next", Button(page, "Next").GetAttribute("data-pad"));
        Assert.Equal("Enter", Button(page, "Next").GetAttribute("data-hotkey"));
        // What the pad does at Next.
        await page.InvokeAsync(() => page.FindComponent<DrawingPad>().Instance.InkDrawn([], []));
        Assert.Equal(["Guess"], Bright());
        Assert.Equal("", Status(page));

        IEnumerable<string> Bright() => page.FindAll(".tools .button--primary").Select(button => button.TextContent.Trim());
    }

    [Fact]
    public async Task Right_AfterAGuess_StoresItsDigit()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("", Status(page));
        await ClickAsync(page, "Right");
        Assert.Equal("Saved", Status(page));
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
        Assert.Equal("1 drawn, 1 recognised", page.Find(".score").TextContent);
        Assert.False(HasButton(page, "Right"));
    }

    [Fact]
    public async Task Wrong_AfterAGuess_AsksWhichDigitAndStoresIt()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Wrong");
        var digits = page.Find("[role=group][aria-label='Which digit was it?']");
        Assert.Equal(
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Not a digit"],
            digits.QuerySelectorAll("button").Select(button => button.TextContent));
        Assert.True(page.Find(".bars").HasAttribute("inert"));
        await ClickAsync(page, "5");
        Assert.Equal("Saved", Status(page));
        Assert.Equal(5, Assert.Single(await StoredAsync()).Label?.Digit);
        Assert.Equal("1 drawn, 0 recognised", page.Find(".score").TextContent);
    }

    [Fact]
    public async Task NotADigit_AfterWrong_StoresAVoteAndNoLabel()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Wrong");
        await ClickAsync(page, "Not a digit");
        Assert.Equal("Saved", Status(page));
        var play = Assert.Single(await StoredAsync());
        Assert.Null(play.Label);
        Assert.Equal((play.Player, null), (Assert.Single(play.Votes).Player, play.Votes[0].Digit));
        Button(page, "Next");
    }

    [Fact]
    public async Task Bar_AfterAGuess_MarksAndCorrects()
    {
        var page = Open();
        await DrawAsync(page);
        Assert.True(Button(page, "It was an 8").HasAttribute("disabled"));
        Assert.Null(Button(page, "It was an 8").GetAttribute("data-hotkey"));
        await ClickAsync(page, "Guess");
        Assert.Equal("8", Button(page, "It was an 8").GetAttribute("data-hotkey"));
        await ClickAsync(page, "It was an 8");
        Assert.Equal(8, Assert.Single(await StoredAsync()).Label?.Digit);
        await ClickAsync(page, "It was a 3");
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
        Assert.Equal("1 drawn, 1 recognised", page.Find(".score").TextContent);
    }

    [Fact]
    public async Task Draw_AfterAMark_StartsTheNextRound()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal(1, Pad.VerifyInvoke("finish").Arguments[0]);
        Pad.VerifyNotInvoke("forget");
        Pad.VerifyNotInvoke("focus");
        await ClickAsync(page, "Right");
        Pad.VerifyInvoke("forget");
        Pad.VerifyInvoke("focus");
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Equal("", Status(page));
        Assert.Empty(page.Find(".most-likely").TextContent);
        Assert.Empty(page.FindAll("img[alt='You drew']"));
    }

    [Fact]
    public async Task Algorithm_ChosenAfterAGuess_ShowsItsAnswerToTheSameDrawing()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await page.Find("input[value=mnist-mlp]").ChangeAsync("mnist-mlp");
        Assert.Equal("Most likely answer: 8 (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.Equal("mnist-cnn", Assert.Single(await StoredAsync()).Chosen);
    }

    [Fact]
    public void Algorithm_Unavailable_IsDisabledAndSaysWhy()
    {
        var page = Open();
        var radio = page.Find("[role=radiogroup][aria-label=Algorithm] input[value=broken]");
        Assert.True(radio.HasAttribute("disabled"));
        Assert.Contains("damaged", page.Find("#" + radio.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        Assert.Equal("Stencil, MNIST-CNN", page.Find("input[checked]").GetAttribute("aria-label"));
    }
}
