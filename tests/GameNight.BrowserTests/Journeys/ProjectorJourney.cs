using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class ProjectorJourney(SharedGame table) : Journey(table)
{
    [BrowserFact]
    public async Task Evening_APlayerGivesANameAndTheWallShowsIt_UntilItIsTakenDown()
    {
        var screen = Screens.Desktop();
        screen.ReducedMotion = ReducedMotion.Reduce;
        await using var game = new GameProcess();
        game.Settings.Add("--GameNight:Training:Enabled=false");
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            await PlayAsync(page);
            await new ChartsPage(page).OpenTonightAsync();
            var people = page.GetByRole(AriaRole.Region, new() { Name = "People", Exact = true });
            await Expect(people.Locator(".board-row")).ToContainTextAsync("(you)");
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Your name" }).FillAsync("  Zoë  & <b>Ann</b> ");
            await page.GetByRole(AriaRole.Button, new() { Name = "Put it up" }).ClickAsync();
            await Expect(people.Locator(".board-row")).ToContainTextAsync("Zoë & <b>Ann</b> (you)");

            await page.GetByRole(AriaRole.Link, new() { Name = "Projector" }).ClickAsync();
            await Expect(Title(page)).ToHaveTextAsync("Who reads your digits best?");
            await Expect(page.Locator("section li").First).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeEnabledAsync();
            await page.Keyboard.PressAsync("Space");
            await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Paused. The space bar goes on.");
            await page.ExpectAccessibleAsync("the wall");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page).ToHaveURLAsync(new Uri(game.Address!, "charts").ToString());

            for (var scene = 1; scene <= 6; scene++)
            {
                await page.GotoAsync($"/charts/projector?scene={scene}&still");
                await Expect(page.Locator("section li, section .words").First).ToBeVisibleAsync();
                await page.ExpectAccessibleAsync($"scene {scene}");
            }

            await page.GotoAsync("/charts/projector?scene=3&still");
            await Expect(page.Locator("section .name")).ToHaveTextAsync("Zoë & <b>Ann</b>");

            await page.GotoAsync("/about");
            await page.GetByRole(AriaRole.Button, new() { Name = "Forget how I write" }).ClickAsync();
            await Expect(page.GetByText("Forgotten.")).ToBeVisibleAsync();
            await page.GotoAsync("/charts/projector?scene=3&still");
            await Expect(page.Locator("section .name")).ToBeVisibleAsync();
            await Expect(page.Locator("section .name")).Not.ToContainTextAsync("Zoë");
        }, screen);
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>A drawing that is recognised, whatever it was meant to be.</summary>
    private static async Task PlayAsync(IPage page)
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await play.Button("Right").ClickAsync();
        await Expect(play.Saved).ToBeVisibleAsync();
    }
}
