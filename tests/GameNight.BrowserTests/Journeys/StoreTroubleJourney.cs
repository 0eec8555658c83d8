using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class StoreTroubleJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Play_DataFolderUnusable_ContinuesAndIsSavedOnceTheFolderIsUsable()
    {
        await using var game = new GameProcess();
        var obstacle = Path.GetDirectoryName(game.DataFolder)!;
        await File.WriteAllTextAsync(obstacle, "A file where a folder should be.");
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Seven);
            Assert.Equal(7, await play.GuessAsync());
            await Expect(play.Trouble).ToContainTextAsync("couldn’t be saved");
            await play.Button("Right").ClickAsync();
            await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");
            await Expect(play.Trouble).ToContainTextAsync("couldn’t be saved");
            await Expect(play.Saved).ToHaveCountAsync(0);

            File.Delete(obstacle);
            await play.DrawAsync(Digits.Four);
            await play.GuessAsync();
            await play.MarkRightAsync();
            await Expect(play.Trouble).ToHaveCountAsync(0);
            using var program = new GameClient(game.Address!);
            Assert.Equal(2, await program.LabelledAsync());
        });
    }
}
