using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play;

/// <summary>"Surprise me": the game keeps a contestant for each player, and the page does not show which before the answer.</summary>
public sealed class PlayPageSurpriseTests() : PlayPageContext(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 1), ("broken", null)),
    IAsyncLifetime
{
    private static readonly Dictionary<string, int> Digits = new() { ["mnist-cnn"] = 3, ["mnist-mlp"] = 8, ["k-means"] = 1 };

    public Task InitializeAsync() => Services.GetRequiredService<Experiment>().SetAsync(ExperimentMode.Arms, default);

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    /// <summary>The contestant that the game chooses for the player tonight.</summary>
    private Task<ChosenAlgorithm?> ArmAsync() => Services.GetRequiredService<Surprise>().ChooseAsync("ann", default);

    private Contestant Find(string algorithm) => Fixture.Contestants.Find(algorithm)!;

    [Fact]
    public void Surprise_InTheGroup_ComesLastAndCanBeChosen()
    {
        var page = Open();
        var radios = page.FindAll("[role=radiogroup][aria-label=Algorithm] input[type=radio]");
        Assert.Equal("surprise", radios[^1].GetAttribute("value"));
        Assert.Equal("Surprise me", radios[^1].GetAttribute("aria-label"));
        Assert.False(radios[^1].HasAttribute("disabled"));
        Assert.Equal("mnist-cnn", page.Find("input[checked]").GetAttribute("value"));
    }

    [Fact]
    public async Task Draw_ForASurprise_ShowsALiveGuessWithoutAName()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        Assert.Equal("surprise", page.Find("input[checked]").GetAttribute("value"));
        Assert.Equal("I’m all eyes.", page.Find(".thought").TextContent);
        await DrawAsync(page);
        var arm = (await ArmAsync())!.Algorithm;
        Assert.Matches($"I see an? {Digits[arm]}…", page.Find(".thought").TextContent);
        // Neither the card nor the colour of the page tells which contestant it is.
        Assert.Equal("Mystery guest", page.Find(".who").TextContent.Trim());
        Assert.NotNull(page.Find(".answer .face .mask"));
        Assert.Equal("--colour: var(--marker)", page.Find(".play").GetAttribute("style"));
        var shown = page.Find(".answer").TextContent + page.Find(".outcome").TextContent;
        Assert.DoesNotContain(Find(arm).Character.Name, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Guess_ForASurprise_NamesTheContestantAndStoresTheArm()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        var arm = (await ArmAsync())!;
        Assert.Equal($"Most likely answer: {Digits[arm.Algorithm]} (99.98 %)", page.Find(".most-likely").TextContent);
        var who = page.Find(".who");
        Assert.StartsWith($"It was {Find(arm.Algorithm).Character.Name}!", who.TextContent, StringComparison.Ordinal);
        Assert.Equal("polite", who.GetAttribute("aria-live"));
        Assert.Empty(page.FindAll(".answer .face .mask"));
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(arm, new ChosenAlgorithm(stored.Chosen, stored.ChosenBy));
        Assert.Equal(ChosenBy.Arm, stored.ChosenBy);
    }

    [Fact]
    public async Task Right_AfterASurprise_CountsForTheContestantThatWasShown()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
        var arm = (await ArmAsync())!.Algorithm;
        Assert.Equal(Digits[arm], Assert.Single(await StoredAsync()).Label?.Digit);
        Assert.Equal("1 drawn, 1 recognised", page.Find(".score").TextContent);
        Assert.Equal($"was {Find(arm).Character.Name}", page.Find("#said-surprise").TextContent);
    }

    [Fact]
    public async Task Contestant_ChosenAfterASurprise_ShowsItsAnswerAndChangesNothingStored()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        var stored = Assert.Single(await StoredAsync());
        var other = Digits.Keys.First(algorithm => algorithm != stored.Chosen);
        await ChooseAsync(page, other);
        Assert.Equal($"Most likely answer: {Digits[other]} (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.StartsWith(Find(other).Character.Name, page.Find(".who").TextContent, StringComparison.Ordinal);
        await ChooseAsync(page, "surprise");
        Assert.StartsWith($"It was {Find(stored.Chosen).Character.Name}!", page.Find(".who").TextContent, StringComparison.Ordinal);
        await ChooseAsync(page, other);
        await ClickAsync(page, "Right");
        var marked = Assert.Single(await StoredAsync());
        Assert.Equal((stored.Chosen, ChosenBy.Arm, Digits[other]), (marked.Chosen, marked.ChosenBy, marked.Label?.Digit));
    }

    [Fact]
    public async Task Surprise_ChosenAfterAGuess_BeginsWithTheNextDrawing()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        await ChooseAsync(page, "surprise");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.StartsWith("Stencil", page.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Equal(ChosenBy.Player, Assert.Single(await StoredAsync()).ChosenBy);
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Equal("Mystery guest", page.Find(".who").TextContent.Trim());
    }

    [Fact]
    public async Task Surprise_AfterAReload_IsStillChosenWithTheSameArm()
    {
        Remember("""{"Chosen":"surprise"}""");
        var page = Open();
        Assert.Equal("surprise", page.Find("input[checked]").GetAttribute("value"));
        for (var play = 0; play < 2; play++)
        {
            await DrawAsync(page, [[50, 10 + play], [50, 90]]);
            await ClickAsync(page, "Guess");
        }

        var arm = await ArmAsync();
        Assert.All(await StoredAsync(), stored => Assert.Equal(arm, new ChosenAlgorithm(stored.Chosen, stored.ChosenBy)));
    }

    [Fact]
    public async Task Surprise_WhenChosen_IsRemembered()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        var session = JSInterop.VerifyInvoke("sessionStorage.setItem").Arguments[1]!.ToString();
        Assert.Contains("\"Chosen\":\"surprise\"", session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Surprise_ContestantTakenOutDuringADrawing_IsReplacedByAnother()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        await DrawAsync(page);
        var first = (await ArmAsync())!.Algorithm;
        await Fixture.DismissAsync(first);
        var second = (await ArmAsync())!.Algorithm;
        page.WaitForAssertion(() => Assert.Matches($"{Digits[second]}[…!]", page.Find(".thought").TextContent));
        await ClickAsync(page, "Guess");
        Assert.Equal(second, Assert.Single(await StoredAsync()).Chosen);
    }

    [Fact]
    public async Task Surprise_DrawingBegunAnew_KeepsItsContestantUntilTheAnswer()
    {
        await Services.GetRequiredService<Experiment>().SetAsync(ExperimentMode.Sampling, default);
        var page = Open();
        await ChooseAsync(page, "surprise");
        await DrawAsync(page);
        var thought = page.Find(".thought").TextContent;
        // If each drawing had a lot of its own, all would fall alike with a probability of 3^-20.
        for (var i = 0; i < 20; i++)
        {
            await page.InvokeAsync(() => page.FindComponent<DrawingPad>().Instance.InkDrawn([], []));
            await DrawAsync(page);
            Assert.Equal(thought[^2], page.Find(".thought").TextContent[^2]);
        }

        await ClickAsync(page, "Guess");
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(ChosenBy.Sampling, stored.ChosenBy);
        Assert.Equal($"{Digits[stored.Chosen]}", $"{thought[^2]}");
    }

    [Fact]
    public async Task Surprise_NoContestantInService_SaysSo()
    {
        var page = Open();
        await ChooseAsync(page, "surprise");
        foreach (var algorithm in Digits.Keys)
            await Fixture.DismissAsync(algorithm);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Contains("Nobody’s here to guess.", page.FindAll("[role=alert]").Select(alert => alert.TextContent));
        Assert.Empty(await StoredAsync());
    }

    private static Task ChooseAsync(IRenderedComponent<PlayPage> page, string algorithm) =>
        page.Find($"input[value={algorithm}]").ChangeAsync(algorithm);
}
