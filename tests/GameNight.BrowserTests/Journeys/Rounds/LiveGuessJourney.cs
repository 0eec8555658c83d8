using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rounds;

/// <summary>Live guesses on the play page come from the browser once it has what it needs, and are those of the server.</summary>
public sealed class LiveGuessJourney(SharedGame shared) : Journey(shared)
{
    /// <summary>How far a probability may be from the server's: what rounding does.</summary>
    private const int Tolerance = 1;

    [BrowserFact]
    public async Task Stroke_GameKilledUnderThePen_IsGuessedAsTheServerWould()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await OpenAndWarmUpAsync(page);
            await play.DrawAsync(Digits.Four);
            await Expect(play.Sees(4)).ToBeVisibleAsync();
            var bars = await play.ReadLiveBarsAsync();
            var served = await AskServerAsync(page);
            Assert.All(bars.Zip(served), pair => Assert.InRange(pair.First, pair.Second - Tolerance, pair.Second + Tolerance));
            Assert.Equal(served.IndexOf(served.Max()), bars.IndexOf(bars.Max()));

            await play.Button("Clear").ClickAsync();
            var strokes = (await play.OnPadAsync(Digits.Four)).Strokes;
            await page.Mouse.StrokeAsync(strokes[0]);
            await Expect(play.LiveGuess).ToBeVisibleAsync();
            bars = await play.ReadLiveBarsAsync();
            await page.Mouse.StrokeAsync(strokes[1], pressed: game.KillAsync);
            await Expect(play.Sees(4)).ToBeVisibleAsync();
            Assert.NotEqual(bars, await play.ReadLiveBarsAsync());
        });
    }

    /// <summary>The game has not got the last stroke yet when the button is pressed.</summary>
    [BrowserFact]
    public async Task Guess_RightAfterTheLastStroke_IsOfTheWholeDrawing()
    {
        var image = "";
        await VisitAsync(async page =>
        {
            await page.RouteAsync("**/practice/**", file => file.AbortAsync());
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Four);
            await play.GuessAsync();
            image = (await play.YouDrew.GetAttributeAsync("src"))!;
        });
        await VisitAsync(async page =>
        {
            var play = new PlayPage(page);
            await OpenAndWarmUpAsync(page);
            for (var round = 0; round < 2; round++)
            {
                await play.DrawAsync(Digits.Four);
                // By mouse, and by key.
                if (round == 0)
                    await play.Button("Guess").ClickAsync();
                else
                    await page.Keyboard.PressAsync("Enter");
                Assert.Equal(4, await play.ReadAnswerAsync());
                Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
                Assert.All(await play.ReadLiveBarsAsync(), share => Assert.Equal(0, share));
                await play.MarkRightAsync();
            }
        });
    }

    [BrowserFact]
    public Task Contestant_OnTheServerAlone_GuessesThere() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await OpenAndWarmUpAsync(page);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("committee") }).CheckAsync(new() { Force = true });
        await play.DrawAsync(Digits.Seven);
        await Expect(play.Sees(7)).ToBeVisibleAsync();
        Assert.All(await play.ReadLiveBarsAsync(), share => Assert.Equal(0, share));
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("Stencil") }).CheckAsync(new() { Force = true });
        await play.WaitUntilGuessesHereAsync();
        await play.DrawAsync(Digits.Of(1));
        await Eventually.TrueAsync(async () => (await play.ReadLiveBarsAsync()).Sum() > 0, "the browser guesses again");
    });

    /// <summary>Nothing of some megabytes is loaded while the page is, nor while a first stroke is drawn.</summary>
    [BrowserFact]
    public Task Page_UntilTheFirstStrokeHasEnded_LoadsNothingToGuessWith() => VisitAsync(async page =>
    {
        await page.AddInitScriptAsync("addEventListener('pointerup', event => (window.lifted ??= event.timeStamp), true)");
        await OpenAndWarmUpAsync(page);
        var early = await page.EvaluateAsync<string[]>("""
            () => {
              const idle = performance.getEntriesByType('navigation')[0].loadEventStart + 3000;
              const begins = Math.min(window.lifted, idle);
              const files = performance.getEntriesByType('resource').filter(({ name }) => /practice|in-browser|models/.test(name));
              return files.length > 0 ? files.filter(({ startTime }) => startTime < begins).map(({ name }) => name) : ['no files'];
            }
            """);
        Assert.Empty(early);
    });

    /// <summary>Opens the page and draws until live guesses come from the browser; leaves a blank pad.</summary>
    private static async Task OpenAndWarmUpAsync(IPage page)
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Seven);
        await play.WaitUntilGuessesHereAsync();
        await play.Button("Clear").ClickAsync();
    }

    /// <summary>What the server makes of the ink that the page keeps, in ten-thousandths.</summary>
    private static Task<int[]> AskServerAsync(IPage page) => page.EvaluateAsync<int[]>("""
        async () => {
          const { strokes } = JSON.parse(sessionStorage.getItem('game-night.ink/'));
          const answer = await fetch('/api/algorithms/mnist-cnn/predictions', {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ strokes }),
          });
          return (await answer.json()).probabilities.map(share => Math.round(1e4 * share));
        }
        """);
}
