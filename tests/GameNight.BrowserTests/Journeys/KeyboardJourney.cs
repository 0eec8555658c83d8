using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class KeyboardJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Round_PlayedByKeyboardAlone_IsSaved() => VisitAsync(async page =>
    {
        using var program = new GameClient(Game.Address!);
        var labelled = await program.LabelledAsync();
        var play = new PlayPage(page);
        await play.OpenAsync();
        await page.TabToAsync(play.Pad);

        await page.Keyboard.PressAsync("Enter");
        await Expect(play.Trouble).ToHaveTextAsync("Draw something first");

        await DrawLineAsync(page, "ArrowDown", 12);
        var guess = await GuessAsync(page, play);
        var line = await play.YouDrew.GetAttributeAsync("src");
        await page.Keyboard.PressAsync($"{guess}");
        await Expect(play.Saved).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("ArrowUp", 12);
        await DrawLineAsync(page, "ArrowDown", 12);
        await DrawLineAsync(page, "ArrowLeft", 8);
        await page.Keyboard.PressAsync("Control+z");
        guess = await GuessAsync(page, play);
        Assert.Equal(line, await play.YouDrew.GetAttributeAsync("src"));
        await page.TabToAsync(play.Button("Wrong"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(play.WhichDigit).ToBeVisibleAsync();
        await page.Keyboard.PressAsync($"{(guess + 1) % 10}");
        await Expect(play.Saved).ToBeVisibleAsync();
        // The same line twice is the same drawing, which counts once.
        Assert.Equal(labelled + 1, await program.LabelledAsync());

        await page.TabToAsync(play.Pad);
        await DrawLineAsync(page, "ArrowRight", 4);
        // Until the page has heard of the stroke, Enter presses Next.
        await Expect(play.Button("Guess")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");
        await Expect(play.Trouble).ToHaveTextAsync("Draw something first");
    });

    private static async Task DrawLineAsync(IPage page, string arrow, int steps)
    {
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync(arrow, steps);
        await page.Keyboard.PressAsync("Space");
    }

    private static async Task<int> GuessAsync(IPage page, PlayPage play)
    {
        await play.WaitUntilReceivedAsync();
        await page.Keyboard.PressAsync("Enter");
        return await play.ReadAnswerAsync();
    }
}
