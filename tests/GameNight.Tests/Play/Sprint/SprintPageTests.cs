using Bunit;
using GameNight.Observations.Store;
using GameNight.Play.Sprint;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play.Sprint;

public sealed class SprintPageTests : SprintPageContext
{
    private SprintBoard Board => Services.GetRequiredService<SprintBoard>();

    [Fact]
    public void Page_Opened_AsksForADigitAndItsClockWaits()
    {
        var page = Open();
        Assert.Matches("^Draw an? [0-9]$", Heading(page));
        Clock.Pass(TimeSpan.FromMinutes(5));
        page.Render();
        Assert.Equal("60 s", Text(page, ".time"));
        // Neither the rookie nor the player's own contestant may read.
        Assert.Equal(["mnist-cnn", "mnist-mlp"], page.FindAll("option").Select(option => option.GetAttribute("value")).Order());
    }

    [Fact]
    public async Task Stroke_First_StartsTheClockWithItsFirstPoint()
    {
        var page = Open();
        await DrawAsync(page);
        // Drawn in 0.4 s, and looked at after 0.3.
        Clock.Pass(TimeSpan.FromSeconds(10) - SprintPage.Rest);
        page.WaitForAssertion(() => Assert.Equal("50 s", Text(page, ".time")));
        Assert.True(page.Find("select").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Drawing_ReadAsTheAskedDigit_CountsAndAsksForTheNext()
    {
        var page = Open();
        await ReadOneAsync(page);
        Assert.Equal("1 point", Text(page, ".points"));
        Assert.NotEqual("Draw a 3", Heading(page));
        Assert.Equal("Yes, a 3!", Text(page, ".thought"));
        Assert.Contains(Pad.Invocations, call => call.Identifier == "clear");
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal((new DrawingTask(PlayMode.Sprint, 3), 3, "ann"), (stored.Task, stored.Label?.Digit, stored.Label?.By));
        Assert.Equal(("mnist-cnn", ChosenBy.Player, PlayOrigin.Page), (stored.Chosen, stored.ChosenBy, stored.Origin));
    }

    [Fact]
    public async Task Drawing_SentAgainAfterItCounted_CountsOnce()
    {
        var page = Open();
        var stroke = NewStroke();
        await ReadOneAsync(page, stroke);
        await SkipToThreeAsync(page);
        var cleared = Pad.Invocations.Count;
        await DrawAsync(page, stroke);
        await DrawAsync(page, stroke, NewStroke());
        Assert.Equal("1 point", Text(page, ".points"));
        Assert.Equal(["clear", "clear"], Pad.Invocations.Skip(cleared).Select(call => call.Identifier));
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Row_OfDigitsReadAtOnce_GrowsAndASkipEndsIt()
    {
        var page = Open();
        await ReadOneAsync(page);
        Assert.Equal("1 in a row: next one +2", Text(page, ".row"));
        await ClickAsync(page, "Skip");
        Assert.Equal("", Text(page, ".row"));
        Assert.Equal("1 point", Text(page, ".points"));
    }

    [Fact]
    public async Task Guess_NotRead_EndsTheRowAndKeepsTheDigit()
    {
        var page = Open();
        await ReadOneAsync(page);
        var asked = Heading(page);
        await DrawAsync(page);
        Assert.Equal("1 in a row: next one +2", Text(page, ".row"));
        Assert.Equal("I see a 3…", Text(page, ".thought"));
        await ClickAsync(page, "Guess");
        Assert.Equal(("", asked), (Text(page, ".row"), Heading(page)));
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Guess_WithoutADrawing_SaysWhatStartsTheClock()
    {
        var page = Open();
        await ClickAsync(page, "Guess");
        Assert.Contains("the clock starts with your first stroke", Text(page, "[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("60 s", Text(page, ".time"));
    }

    [Fact]
    public async Task Bell_AfterAMinute_ShowsWhatItBroughtAndPutsItOnTheBoard()
    {
        var page = Open();
        await ReadOneAsync(page);
        await Clock.PassUntilAsync(() => page.FindAll(".summary").Count > 0);
        Assert.Equal(("Time!", "1 point"), (Heading(page), Text(page, ".summary h2")));
        Assert.Equal("That’s the best tonight!", Text(page, ".praise"));
        Assert.Equal(
            ("ann", 1, "mnist-cnn"),
            (await Board.ReadAsync(default)).Best is { } best ? (best.Player, best.Score.Points, best.Reader) : default);
        Assert.Contains("you, read by Stencil", Text(page, ".summary dl"), StringComparison.Ordinal);
        await Clock.PassUntilAsync(() => !page.Find(".go").HasAttribute("disabled"));
        await ClickAsync(page, "Again");
        Assert.Equal(("60 s", "0 points"), (Text(page, ".time"), Text(page, ".points")));
        Assert.Equal("Best tonight: 1 point, read by Stencil", Text(page, ".row"));
    }

    [Fact]
    public async Task Clock_NearItsEnd_IsSaidToScreenReaders()
    {
        var page = Open();
        await DrawAsync(page);
        List<string> heard = [];
        await Clock.PassUntilAsync(() =>
        {
            heard.Add(Text(page, "[role=status]"));
            return page.FindAll(".summary").Count > 0;
        });
        string[] said = [.. heard.Append(Text(page, "[role=status]")).Distinct()];
        Assert.Equal(["", "10 seconds left", "5 seconds left"], said[..^1]);
        // One time in ten the contestant's digit is asked for first.
        Assert.Matches("^(0 points, 0 digits|1 point, 1 digit) read[.]$", said[^1]);
    }

    [Fact]
    public async Task Bell_UnrecordedSprint_IsNeitherStoredNorOnTheBoard()
    {
        JSInterop.Setup<string?>("localStorage.getItem", "game-night.recording").SetResult("off");
        var page = Open();
        await ReadOneAsync(page);
        await Clock.PassUntilAsync(() => page.FindAll(".summary").Count > 0);
        Assert.Contains("isn’t on the board", Text(page, ".praise"), StringComparison.Ordinal);
        Assert.Empty(await StoredAsync());
        Assert.Null((await Board.ReadAsync(default)).Best);
    }

    [Fact]
    public async Task Page_LeftDuringASprint_EndsItWithWhatItHas()
    {
        var page = Open();
        await ReadOneAsync(page);
        await page.Instance.DisposeAsync();
        Assert.Equal(1, (await Board.ReadAsync(default)).Of("ann")?.Score.Points);
    }

    [Fact]
    public void Page_LoadedAgainDuringASprint_SaysHowItEnded()
    {
        JSInterop.Setup<string?>("sessionStorage.getItem", "game-night.session")
            .SetResult("""{"SprintUnderWay":{"Points":6,"Digits":3,"BestRow":3}}""");
        var page = Open();
        Assert.StartsWith("Your last sprint stopped when the page was left: 6 points, 3 digits read.", Text(page, ".news"));
        Assert.Equal("60 s", Text(page, ".time"));
        var saved = JSInterop.Invocations.Last(call => call.Identifier == "sessionStorage.setItem").Arguments[1]!.ToString();
        Assert.Contains("\"SprintUnderWay\":null", saved, StringComparison.Ordinal);
    }

    /// <summary>Draws until a drawing has counted.</summary>
    private async Task ReadOneAsync(IRenderedComponent<SprintPage> page, double[][]? stroke = null)
    {
        if (Heading(page) != "Draw a 3")
        {
            await DrawAsync(page);
            await SkipToThreeAsync(page);
            // The pad is clear.
            await SendAsync(page);
        }

        await DrawAsync(page, stroke ?? NewStroke());
    }
}
