using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Machines;

/// <summary>A machine behind a balancer goes away: then the same address is another one, with the same table.</summary>
public sealed class OtherMachineJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Drawing_MachineGoneUnderThePen_GoesOnAtAnotherAsTheSamePlayer()
    {
        await using var database = new DatabaseProcess();
        await database.StartAsync();
        await using var game = new GameProcess();
        game.Settings.AddRange(["--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl={database.Address}"]);
        (game.Environment["AWS_ACCESS_KEY_ID"], game.Environment["AWS_SECRET_ACCESS_KEY"]) = ("any", "any");
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var overlay = page.GetByRole(AriaRole.Alertdialog);
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Four);
            await play.GuessAsync();
            var image = await play.YouDrew.GetAttributeAsync("src");
            await play.MarkRightAsync();
            await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");
            using var program = new GameClient(game.Address!);
            Assert.Equal(1, await program.LabelledAsync());

            var strokes = (await play.OnPadAsync(Digits.Four)).Strokes;
            await page.Mouse.StrokeAsync(strokes[0]);
            await page.Mouse.StrokeAsync(strokes[1], pressed: game.KillAsync);
            await Expect(overlay).ToBeVisibleAsync();
            game.Settings.Add($"--GameNight:DataFolder={Path.Combine(game.Folder, "another machine")}");
            await game.StartAsync();

            await Expect(overlay).ToBeHiddenAsync();
            await play.WaitUntilReadyAsync();
            await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");
            await play.GuessAsync();
            Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
            await play.MarkRightAsync();
            await Expect(play.Score).ToHaveTextAsync("2 drawn, 2 recognised");
            Assert.Equal(2, await program.LabelledAsync());
            Assert.Equal(2, await page.EvaluateAsync<int>("fetch('/api/players/me').then(me => me.json()).then(me => me.observations)"));
        });
    }
}
