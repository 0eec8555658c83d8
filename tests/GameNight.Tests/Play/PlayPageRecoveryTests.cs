using System.Text.Json;
using Bunit;
using GameNight.Identity.Access;
using GameNight.Play;
using GameNight.Play.Rounds;
using GameNight.Storage;

namespace GameNight.Tests.Play;

public sealed class PlayPageRecoveryTests : PlayPageContext
{
    private const string SessionKey = "game-night.session";

    [Fact]
    public async Task Page_LoadedAgainAfterAGuess_HasTheAnswerAndTakesTheMark()
    {
        var page = await ReloadAfterAGuessAsync();
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
        Assert.Single(page.FindAll("img[alt='You drew']"));
        await DrawAsync(page);
        Assert.Equal(2, Pad.VerifyInvoke("finish", 2).Count);
        await ClickAsync(page, "Right");
        Assert.Equal("Saved", Status(page));
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
        Assert.Null(Session().Unanswered);
    }

    [Fact]
    public async Task Page_LoadedAgainAndDrawnOn_BeginsTheNextRound()
    {
        var page = await ReloadAfterAGuessAsync();
        await DrawAsync(page, [[50, 10], [50, 90]]);
        Assert.Empty(page.Find(".most-likely").TextContent);
        Assert.True(HasButton(page, "Guess"));
        Assert.Null(Session().Unanswered);
    }

    [Fact]
    public async Task Page_LoadedAgainAfterTheMark_BeginsTheNextRound()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.NotNull(Session().Unanswered);
        await ClickAsync(page, "Right");
        Assert.Null(Session().Unanswered);
    }

    [Fact]
    public async Task Page_LoadedAgainByAnotherPlayer_BeginsTheNextRound()
    {
        await GuessAsync();
        var page = Open(Players.Player("bob"));
        Assert.Empty(page.Find(".most-likely").TextContent);
        Assert.True(HasButton(page, "Guess"));
    }

    [Fact]
    public async Task Page_LoadedAgainAndGuessNotKept_SaysSoAndGuessesAgain()
    {
        Remember(JsonSerializer.Serialize(new PlaySession { Unanswered = Guid.NewGuid() }));
        var page = Open();
        Assert.Contains("doesn’t have that guess any more", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent);
    }

    [Fact]
    public async Task Page_LoadedAgainAndStoreUnreadable_SaysSoAndKeepsTheRoundForLater()
    {
        await GuessAsync();
        var before = Session().Unanswered;
        Store.Failure = new StoreException("The disk is away.", new IOException());
        var page = Open();
        Assert.Contains("can’t read your last guess", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Session().Unanswered);
    }

    /// <summary>The pad has its drawing back before the browser tells which guess is unanswered.</summary>
    [Fact]
    public async Task Page_LoadedAgainWithItsInkAndStoreUnreadable_KeepsTheRoundForLater()
    {
        await GuessAsync();
        var session = JsonSerializer.Serialize(Session());
        Store.Failure = new StoreException("The disk is away.", new IOException());
        var remembered = JSInterop.Setup<string?>("sessionStorage.getItem", SessionKey);
        var page = Open();
        await DrawAsync(page);
        remembered.SetResult(session);
        page.WaitForAssertion(() =>
            Assert.Contains("can’t read your last guess", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(Session().Unanswered);

        Store.Failure = null;
        page = Open();
        page.WaitForAssertion(() => Assert.Equal("Most likely answer: 3 (99.98 %)", page.Find(".most-likely").TextContent));
    }

    private async Task<IRenderedComponent<PlayPage>> ReloadAfterAGuessAsync()
    {
        await GuessAsync();
        return Open();
    }

    /// <summary>Guesses, and puts what the browser keeps into its storage.</summary>
    private async Task GuessAsync()
    {
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Remember(JsonSerializer.Serialize(Session()));
    }

    /// <summary>The session as the browser was given it last.</summary>
    private PlaySession Session() => JSInterop.Invocations["sessionStorage.setItem"]
        .Where(call => (string?)call.Arguments[0] == SessionKey)
        .Select(call => JsonSerializer.Deserialize<PlaySession>((string)call.Arguments[1]!)!).Last();
}
