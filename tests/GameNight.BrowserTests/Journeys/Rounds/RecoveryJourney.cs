using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rounds;

public sealed class RecoveryJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Round_PageLoadedAgainOrGameKilledAfterTheGuess_GoesOnWithTheAnswer()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Four);
            var digit = await play.GuessAsync();
            var image = await play.YouDrew.GetAttributeAsync("src");

            await page.ReloadAsync();
            await play.WaitUntilReadyAsync();
            Assert.Equal(digit, await play.ReadAnswerAsync());
            Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
            await Expect(page.Locator("[data-blank]")).ToHaveCountAsync(0);

            await game.KillAsync();
            await game.StartAsync();
            await page.ReloadAsync();
            await play.WaitUntilReadyAsync();
            Assert.Equal(digit, await play.ReadAnswerAsync());
            await play.MarkRightAsync();
            await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");

            await page.ReloadAsync();
            await play.WaitUntilReadyAsync();
            await Expect(page.Locator("[data-blank]")).ToHaveCountAsync(1);
            using var program = new GameClient(game.Address!);
            Assert.Equal((1, 1), (await program.ObservationsAsync(), await program.LabelledAsync()));
        });
    }
}
