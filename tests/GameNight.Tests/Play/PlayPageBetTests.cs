using Bunit;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play;

/// <summary>"Surprise me", as it is until the host sets another mode: a new guest for each drawing, and a bet on who it is.</summary>
public sealed class PlayPageBetTests() : PlayPageContext(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 1), ("broken", null))
{
    [Fact]
    public async Task Guess_ForASurprise_AnswersWithTheMaskOnAndAsksWhoItIs()
    {
        var page = Open();
        await GuessAsync(page);
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(ChosenBy.Lot, stored.ChosenBy);
        Assert.StartsWith("Most likely answer:", page.Find(".most-likely").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mystery guest", page.Find(".who").TextContent.Trim());
        Assert.Equal("--colour: var(--marker)", page.Find(".play").GetAttribute("style"));
        // One that is not in service cannot be it.
        Assert.Equal(["Buckets", "Dot", "Stencil"], Suspects(page).Order());
        Assert.True(HasButton(page, "Right"));
    }

    [Fact]
    public async Task Bet_RightAndWrong_TakesTheMaskOffAndCountsForTheSession()
    {
        var page = Open();
        await GuessAsync(page);
        var guest = NameOf((await StoredAsync())[^1].Chosen);
        await BetAsync(page, guest);
        Assert.Equal("You spotted it: 1 of 1.", page.Find(".bet [role=status]").TextContent);
        Assert.StartsWith($"It was {guest}!", page.Find(".who").TextContent, StringComparison.Ordinal);
        await ClickAsync(page, "Right");
        Assert.Equal("You spotted it: 1 of 1.", page.Find(".bet [role=status]").TextContent);

        await GuessAsync(page);
        guest = NameOf((await StoredAsync())[^1].Chosen);
        var other = Suspects(page).First(name => name != guest);
        await BetAsync(page, other);
        Assert.Equal($"Not {other}: {guest}. Spotted 1 of 2.", page.Find(".bet [role=status]").TextContent);
        Assert.Empty(page.FindAll(".bet button"));
    }

    /// <summary>The buttons go with the bet, and with them the focus of who pressed one by keyboard.</summary>
    [Fact]
    public async Task Bet_Placed_MovesTheFocusToItsOutcome()
    {
        var page = Open();
        await GuessAsync(page);
        Assert.Single(page.FindAll("[aria-label='Who is it?']"));
        JSInterop.VerifyNotInvoke("Blazor._internal.domWrapper.focus");
        await BetAsync(page, "Dot");
        JSInterop.VerifyFocusAsyncInvoke();
        Assert.Equal("-1", page.Find(".bet [role=status]").GetAttribute("tabindex"));
    }

    [Fact]
    public async Task Right_WithoutABet_TakesTheMaskOff()
    {
        var page = Open();
        await GuessAsync(page);
        await ClickAsync(page, "Right");
        Assert.StartsWith("It was ", page.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bet"));
        Assert.NotNull(Assert.Single(await StoredAsync()).Label);
    }

    [Fact]
    public async Task Bet_OnADrawingThatComesBackAfterAReload_CountsOnce()
    {
        var page = Open();
        await GuessAsync(page);
        var stored = Assert.Single(await StoredAsync());
        Remember(
            $$$"""
            {"Chosen":"surprise","Unanswered":"{{{stored.Id}}}","Bets":1,"Spotted":1,
             "LastBet":{"Drawing":"{{{stored.Id}}}","On":"{{{stored.Chosen}}}"}}
            """);
        var again = Open();
        Assert.StartsWith($"It was {NameOf(stored.Chosen)}!", again.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Equal("You spotted it: 1 of 1.", again.Find(".bet [role=status]").TextContent);
    }

    /// <summary>Else one could load the page until the guest comes whose live guess one knows.</summary>
    [Fact]
    public async Task Page_LoadedAgainBeforeTheGuess_KeepsTheGuestUntilTheAnswer()
    {
        Remember("""{"Chosen":"surprise"}""");
        var drawn = new HashSet<char>();
        for (var i = 0; i < 20; i++)
        {
            var page = Open();
            await DrawAsync(page);
            drawn.Add(page.Find(".thought").TextContent[^2]);
        }

        // If each page had a lot of its own, all would fall alike with a probability of 3^-19.
        var digit = Assert.Single(drawn);
        var last = Open();
        await DrawAsync(last);
        await ClickAsync(last, "Guess");
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal($"{digit}", $"{stored.Guesses.Single(guess => guess.Algorithm == stored.Chosen).Digit}");
        Assert.Null(Services.GetRequiredService<SurpriseGuests>().Find("ann"));
    }

    /// <summary>The answers of the others, beside that of the guest, tell who it is.</summary>
    [Fact]
    public async Task Contestant_LookedAtBeforeTheBet_TakesTheMaskOff()
    {
        var page = Open();
        await GuessAsync(page);
        await page.Find("input[value=k-means]").ChangeAsync("k-means");
        await page.Find("input[value=surprise]").ChangeAsync("surprise");
        Assert.StartsWith("It was ", page.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bet button"));
    }

    [Fact]
    public async Task Guess_InAChallenge_NamesTheGuestAtOnce()
    {
        Remember("""{"Chosen":"surprise","Challenge":true,"Asked":3}""");
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.StartsWith("It was ", page.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bet"));
    }

    private string NameOf(string algorithm) => Fixture.Contestants.Find(algorithm)!.Character.Name;

    private static IEnumerable<string> Suspects(IRenderedComponent<PlayPage> page) =>
        page.FindAll(".bet button").Select(button => button.TextContent.Trim());

    private static Task BetAsync(IRenderedComponent<PlayPage> page, string name) =>
        page.FindAll(".bet button").Single(button => button.TextContent.Trim() == name).ClickAsync();

    private int _drawings;

    private async Task GuessAsync(IRenderedComponent<PlayPage> page)
    {
        await page.Find("input[value=surprise]").ChangeAsync("surprise");
        await DrawAsync(page, [[50, 10 + _drawings++], [50, 90]]);
        await ClickAsync(page, "Guess");
    }
}
