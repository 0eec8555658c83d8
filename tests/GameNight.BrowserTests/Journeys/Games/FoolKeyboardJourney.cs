using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>Fool the machines, judge and get points, without a mouse.</summary>
public sealed class FoolKeyboardJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Fool_PlayedByKeyboardAlone_BringsPoints()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var (fool, play) = (new FoolPage(page), new PlayPage(page));
            await fool.OpenAsync();
            var asked = await fool.ReadAskedAsync();
            await page.TabToAsync(play.Pad);
            await page.Keyboard.PressAsync("Enter");
            await Expect(play.Trouble).ToHaveTextAsync("Draw something first.");
            await DrawOddlyAsync(page);
            await page.Keyboard.PressAsync("Enter");
            await Expect(fool.Result).ToContainTextAsync("points, if two people can read it");
            await Expect(fool.Points).ToContainTextAsync("waiting for the jury");
            for (var juror = 0; juror < 2; juror++)
                await VisitAsync(game, other => DrawAndJudgeAsync(other, $"{asked}"));

            // The focus is on the pad, and the keys of buttons work from there.
            await Expect(play.Pad).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(fool.Question).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("N");
            await Expect(fool.News).ToContainTextAsync("The jury could read you");
            await Expect(fool.Points).ToHaveTextAsync(new Regex(@"^\d00 points"));
            await Expect(play.Pad).ToBeFocusedAsync();
            await DrawOddlyAsync(page);
            await Expect(fool.BlankPad).ToHaveCountAsync(0);
        });
    }

    /// <summary>Who dictates, or hits keys by mistake, can switch off those that are one character.</summary>
    [BrowserFact]
    public async Task Keys_SwitchedOff_PressNothing()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, other => DrawForTheJuryAsync(other));
        await VisitAsync(game, async page =>
        {
            var fool = new FoolPage(page);
            await page.GotoAsync("/about");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Keys" }).ClickAsync();
            var keys = page.GetByRole(AriaRole.Switch, new() { Name = "Letter and digit keys" });
            await Expect(keys).ToBeCheckedAsync();
            await keys.ClickAsync();
            await page.ReloadAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Keys" }).ClickAsync();
            await Expect(keys).Not.ToBeCheckedAsync();
            await page.ExpectAccessibleAsync("the switch of the keys");

            await DrawAsync(page, Digits.Of(3));
            await page.Keyboard.PressAsync("Enter");
            await Expect(fool.Question).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("N");
            await page.Keyboard.PressAsync("3");
            var judge = fool.Jury.GetByRole(AriaRole.Button, new() { Name = "3", Exact = true });
            await page.TabToAsync(judge);
            await page.Keyboard.PressAsync("Enter");
            await Expect(fool.News).ToContainTextAsync("Thanks!");
        });
    }

    private static async Task DrawAsync(IPage page, Drawing drawing)
    {
        var fool = new FoolPage(page);
        await fool.OpenAsync();
        await fool.ReadAskedAsync();
        await fool.DrawAndGuessAsync(drawing);
    }

    private static async Task DrawForTheJuryAsync(IPage page)
    {
        await DrawAsync(page, FoolPage.Odd);
        await Expect(new FoolPage(page).Points).ToContainTextAsync("waiting");
    }

    private static async Task DrawAndJudgeAsync(IPage page, string key)
    {
        var fool = new FoolPage(page);
        await DrawAsync(page, Digits.Of(3));
        await page.Keyboard.PressAsync("Enter");
        await Expect(fool.Question).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(fool.News).ToBeVisibleAsync();
    }

    /// <summary>A zigzag, which some machine takes for something else, whatever is asked for.</summary>
    private static async Task DrawOddlyAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight", 8);
        await page.Keyboard.PressAsync("ArrowDown", 6);
        await page.Keyboard.PressAsync("ArrowLeft", 14);
        await page.Keyboard.PressAsync("ArrowDown", 8);
        await page.Keyboard.PressAsync("Space");
    }
}
