using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Machines;

/// <summary>A round under whose second drawing the game is killed, and which is played to its end when a game is there again.</summary>
internal static class InterruptedRound
{
    /// <summary>Plays it: the drawing under the pen, the player and the score are those from before.</summary>
    /// <param name="settings">Settings of the game that comes after, beside its own.</param>
    public static async Task PlayAsync(IPage page, GameProcess game, params string[] settings)
    {
        var overlay = page.GetByRole(AriaRole.Alertdialog);
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Four);
        await play.GuessAsync();
        var image = await play.YouDrew.GetAttributeAsync("src");
        await play.MarkRightAsync();
        await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");

        var strokes = (await play.OnPadAsync(Digits.Four)).Strokes;
        await page.Mouse.StrokeAsync(strokes[0]);
        await page.Mouse.StrokeAsync(strokes[1], pressed: game.KillAsync);
        await Expect(overlay).ToBeVisibleAsync();
        await Expect(overlay).ToContainTextAsync("Keep this tab open: it has your drawing and your score.");
        game.Settings.AddRange(settings);
        await game.StartAsync();

        await Expect(overlay).ToBeHiddenAsync();
        await play.WaitUntilReadyAsync();
        await Expect(play.Score).ToHaveTextAsync("1 drawn, 1 recognised");
        await play.GuessAsync();
        Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
        await play.MarkRightAsync();
        await Expect(play.Score).ToHaveTextAsync("2 drawn, 2 recognised");
        using var program = new GameClient(game.Address!);
        Assert.Equal(2, await program.LabelledAsync());
    }
}
