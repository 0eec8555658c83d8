using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rounds;

/// <summary>The practice page plays without the game, and sends what was played when it is back: each once.</summary>
public sealed class PracticeJourney(SharedGame shared) : Journey(shared)
{
    private const int Rounds = 10;

    [BrowserFact]
    public async Task TenRounds_WhileTheGameIsAway_AreAllThereOnce()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            var note = page.Locator("[data-practice=sending]");
            await page.GotoAsync("/practice");
            await play.WaitUntilReadyAsync();
            await page.GetByRole(AriaRole.Switch, new() { Name = "Send my drawings to the game" }).CheckAsync(new() { Force = true });
            await play.DrawAsync(Digits.Seven);
            await Expect(page.Locator("[data-ready=yes]")).ToBeVisibleAsync(new() { Timeout = 120_000 });
            await Eventually.TrueAsync(
                () => page.EvaluateAsync<bool>("async () => await caches.match('/practice') !== undefined"), "the page is kept");
            await game.KillAsync();

            // The page is opened again without the game.
            await page.ReloadAsync();
            await play.WaitUntilReadyAsync();
            await play.Button("Clear").ClickAsync();
            for (var round = 0; round < Rounds; round++)
            {
                await play.DrawAsync(Digits.Of(round % 2 == 0 ? 7 : 4));
                Assert.Equal(round % 2 == 0 ? 7 : 4, await play.GuessAsync());
                await play.Button("Right").ClickAsync();
                await Expect(note).ToContainTextAsync(round == 0 ? "1 drawing" : $"{round + 1} drawings");
                await play.Button("Next").ClickAsync();
            }

            await game.StartAsync();
            await page.EvaluateAsync("dispatchEvent(new Event('online'))");
            await Expect(note).ToContainTextAsync("What you play is sent", new() { Timeout = 120_000 });
            using var program = new GameClient(game.Address!);
            await Eventually.TrueAsync(async () => await program.LabelledAsync() == Rounds, "all rounds are there");
            await page.ReloadAsync();
            await Expect(note).ToContainTextAsync("What you play is sent");
            Assert.Equal(Rounds, await program.ObservationsAsync());
        });
    }

    /// <summary>Nothing is sent where the player has not asked for it.</summary>
    [BrowserFact]
    public async Task Round_OfWhoDoesNotSend_IsTheBrowsersAlone()
    {
        var calls = new List<string>();
        await VisitAsync(async page =>
        {
            page.Request += (_, request) =>
            {
                if (request.Method != "GET")
                    calls.Add($"{request.Method} {request.Url}");
            };
            var play = new PlayPage(page);
            await page.GotoAsync("/practice");
            await play.WaitUntilReadyAsync();
            await play.DrawAsync(Digits.Four);
            await Expect(page.Locator("[data-ready=yes]")).ToBeVisibleAsync(new() { Timeout = 120_000 });
            Assert.Equal(4, await play.GuessAsync());
            await play.Button("Wrong").ClickAsync();
            await play.Digit(9).ClickAsync();
            await Expect(page.GetByText("Thank you. So that is a 9.")).ToBeVisibleAsync();
        });
        Assert.Empty(calls);
    }
}
