using Bunit;
using GameNight.Storage;

namespace GameNight.Tests.Play.Fool;

public sealed class FoolPageTests : FoolPageContext
{
    [Fact]
    public void Load_BeforeTheBrowserHasAnswered_NamesNoDigitThatCouldChange()
    {
        var session = JSInterop.Setup<string?>("sessionStorage.getItem", "game-night.session");
        var page = Open();
        Assert.Equal("Draw a digit that people read and machines don’t", Heading(page));
        session.SetResult(null);
        page.WaitForAssertion(() => Assert.Matches(@"^Draw an? \d that", Heading(page)));
    }

    [Fact]
    public void Load_AskedBefore_AsksForTheSame()
    {
        Remember("""{"Fooling":{"Mode":"fool","Asked":7}}""");
        Assert.StartsWith("Draw a 7 that", Heading(Open()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstVisit_SaysWhatIsKept_UntilTheFirstGuess()
    {
        var page = Open();
        Assert.Equal("We keep your drawings, so the contestants can learn.", page.Find(".news").TextContent);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Next");
        Assert.Empty(page.Find(".news").TextContent);
    }

    [Theory]
    [InlineData("""{"AtTheJury":null,"Fooling":{"Mode":"fool","Asked":77}}""")]
    [InlineData("""{"Fooling":{"Mode":"fool"}}""")]
    [InlineData("""{"Fooling":{"Mode":"sprint","Asked":7}}""")]
    public void Load_ASessionThatNoPageHasKept_BeginsAnew(string session)
    {
        Remember(session);
        Assert.Matches(@"^Draw an? \d that", Heading(Open()));
    }

    [Fact]
    public async Task Guess_NextDrawingBegunBeforeThePadIsDone_IsRecordedAndWaitsForTheJury()
    {
        var finish = Pad.SetupVoid("finish", _ => true);
        var page = Open();
        await DrawAsync(page);
        var guess = ClickAsync(page, "Guess");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".result")));
        await DrawAsync(page, 30);
        finish.SetVoidResult();
        await guess;
        var stored = Assert.Single(await OwnAsync());
        Assert.Equal(10, stored.Ink!.Strokes[0][0].X);
        page.WaitForAssertion(() => Assert.Contains("1 drawing waiting", Points(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Next_StrokeWhileTheJuryIsAsked_KeepsItsInkAndItsDigit()
    {
        var page = Open();
        await DrawAndGuessAsync(page);
        var gate = new TaskCompletionSource();
        Store.FindGate = gate.Task;
        var next = ClickAsync(page, "Next");
        await DrawAsync(page, 30);
        var heading = Heading(page);
        await ClickAsync(page, "Guess");
        gate.SetResult();
        await next;
        Assert.Equal(heading, Heading(page));
        Pad.VerifyNotInvoke("clear");
        var second = (await OwnAsync())[1];
        Assert.Equal(30, second.Ink!.Strokes[0][0].X);
        Assert.Contains($" {second.Task!.Asked} that", heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_Twice_GivesOneDrawingToJudge()
    {
        await DrawnAsync("Ben");
        await DrawnAsync("Cleo", seed: 6);
        var page = Open();
        await DrawAndGuessAsync(page);
        var gate = new TaskCompletionSource();
        Store.FindGate = gate.Task;
        var (first, second) = (ClickAsync(page, "Next"), ClickAsync(page, "Next"));
        await second;
        Assert.False(first.IsCompleted);
        gate.SetResult();
        await first;
        Assert.Single(page.FindAll(".jury"));
    }

    [Fact]
    public async Task Load_DrawnWhileTheJuryIsAsked_LosesNeither()
    {
        var before = await DrawnAsync("ann");
        RememberAtTheJury(before);
        var gate = new TaskCompletionSource();
        Store.FindGate = gate.Task;
        var page = Open();
        await DrawAndGuessAsync(page);
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Contains("2 drawings waiting", Points(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_JuryHasAgreedWhileOneGuesses_ShowsTheGuessAndThePoints()
    {
        var before = await DrawnAsync("ann");
        await ReadByTwoAsync(before);
        RememberAtTheJury(before);
        var gate = new TaskCompletionSource();
        Store.FindGate = gate.Task;
        var page = Open();
        await DrawAndGuessAsync(page);
        gate.SetResult();
        page.WaitForAssertion(() => Assert.StartsWith("300 points, 1 drawing", Points(page), StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".result"));
    }

    [Fact]
    public async Task Guess_Unrecorded_IsForgottenByTheBrowserAndNobodysVoteIsAskedFor()
    {
        await DrawnAsync("Ben");
        PlayUnrecorded();
        var page = Open();
        await DrawAndGuessAsync(page);
        Pad.VerifyInvoke("forget");
        await ClickAsync(page, "Next");
        Assert.Empty(page.FindAll(".jury"));
        Assert.Empty(await OwnAsync());
    }

    [Fact]
    public async Task Guess_NotSaved_WaitsForTheJuryOnceItIs()
    {
        var page = Open();
        Store.Failure = new StoreException("Gone.", new IOException());
        await DrawAndGuessAsync(page);
        Assert.Contains("couldn’t be saved yet", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting", Points(page), StringComparison.Ordinal);
        Store.Failure = null;
        await DrawAndGuessAsync(page, 30);
        Assert.Contains("2 drawings waiting", Points(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_AfterTheGuess_BeginsNoRound()
    {
        var page = Open();
        await DrawAndGuessAsync(page);
        await DrawAsync(page);
        await page.InvokeAsync(() => page.FindComponent<GameNight.Drawing.Pad.DrawingPad>().Instance.InkDrawn([], []));
        Assert.NotEmpty(page.FindAll(".result"));
    }

    [Fact]
    public async Task Vote_WithNewsOfOnesOwn_SaysBoth()
    {
        var own = await DrawnAsync("ann");
        await DrawnAsync("Ben", seed: 6);
        RememberAtTheJury(own);
        var page = Open();
        await DrawAndGuessAsync(page);
        await ReadByTwoAsync(own);
        await ClickAsync(page, "Next");
        await ClickAsync(page, "4");
        Assert.Equal("Thanks! One more person has to agree. The jury could read you: 300 points!", page.Find(".news").TextContent);
    }

    [Fact]
    public async Task Vote_SwitchedOffInAnotherTab_IsNotStored()
    {
        var other = await DrawnAsync("Ben");
        var page = Open();
        await DrawAndGuessAsync(page);
        await ClickAsync(page, "Next");
        PlayUnrecorded();
        await ClickAsync(page, "4");
        Assert.Contains("doesn’t count", page.Find(".news").TextContent, StringComparison.Ordinal);
        Assert.Empty((await Store.FindAsync(other.Id, default))!.Votes);
    }
}
