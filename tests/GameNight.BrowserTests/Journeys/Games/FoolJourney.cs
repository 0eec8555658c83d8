using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>Three people: one fools the machines, two decide whether it can be read.</summary>
public sealed class FoolJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Fool_TwoJurorsReadIt_GivesThePointsAndTheLabel()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var drawer = new FoolPage(page);
            await drawer.OpenAsync();
            var asked = await drawer.ReadAskedAsync();
            await drawer.DrawAndGuessAsync(FoolPage.Odd);
            await Expect(drawer.Result).ToContainTextAsync("points, if two people can read it");
            await Expect(drawer.Points).ToContainTextAsync("waiting for the jury");
            await page.ExpectAccessibleAsync("the machines' cards");
            for (var juror = 0; juror < 2; juror++)
            {
                await VisitAsync(game, async other =>
                {
                    var jury = new FoolPage(other);
                    await jury.OpenAsync();
                    await jury.DrawAndGuessAsync(Digits.Of(3));
                    await other.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
                    await Expect(jury.Jury).ToBeVisibleAsync();
                    await other.ExpectAccessibleAsync("the jury");
                    await jury.Jury.GetByRole(AriaRole.Button, new() { Name = $"{asked}", Exact = true }).ClickAsync();
                    // Who leaves before has not voted.
                    await Expect(other.GetByText(new Regex("Thanks!|Two people agree"))).ToBeVisibleAsync();
                }, Screens.Phone());
            }

            // The other two have drawn as well: there is something to judge before it goes on.
            await page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
            await drawer.Jury.GetByRole(AriaRole.Button, new() { Name = "3", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Thanks! One more person has to agree. The jury could read you")).ToBeVisibleAsync();
            await Expect(drawer.Points).ToHaveTextAsync(new Regex(@"^\d00 points"));
        }, Still());
    }

    /// <summary>What the browser was asked for stays asked for; what was guessed is not on the pad any more.</summary>
    [BrowserFact]
    public async Task Fool_PageLoadedAgain_AsksForTheSameUntilItIsGuessed()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var drawer = new FoolPage(page);
            await drawer.OpenAsync();
            var asked = await drawer.ReadAskedAsync();
            await page.ReloadAsync();
            Assert.Equal(asked, await drawer.ReadAskedAsync());
            await drawer.DrawAndGuessAsync(FoolPage.Odd);
            // The browser keeps it as soon as it's said to be kept.
            await Expect(drawer.Points).ToContainTextAsync("1 drawing waiting");
            await page.ReloadAsync();
            await drawer.ReadAskedAsync();
            await Expect(drawer.BlankPad).ToBeVisibleAsync();
            await Expect(drawer.Points).ToContainTextAsync("1 drawing waiting");
        }, Still());
    }

    /// <summary>The next drawing is not lost to the one before, however soon it comes.</summary>
    [BrowserFact]
    public async Task Fool_NextAndDrawAtOnce_KeepsBothDrawings()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var drawer = new FoolPage(page);
            await drawer.OpenAsync();
            await drawer.ReadAskedAsync();
            await drawer.DrawAndGuessAsync(FoolPage.Odd);
            await page.Keyboard.PressAsync("Enter");
            await drawer.DrawAsync(Digits.Of(3));
            await Expect(drawer.Points).ToContainTextAsync("1 drawing waiting");
            await Expect(drawer.Result).ToBeHiddenAsync();
            await Expect(drawer.BlankPad).ToBeHiddenAsync();
        }, Still());
    }

    /// <summary>Without movement: colours are checked once the cards have turned.</summary>
    private static BrowserNewContextOptions Still()
    {
        var screen = Screens.Desktop();
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
