using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class AccessibilityJourney(SharedGame shared) : Journey(shared)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    public async Task Page_InEachOfItsStates_IsAccessible(ColorScheme scheme, bool phone)
    {
        var screen = phone ? Screens.Phone() : Screens.Desktop();
        screen.ColorScheme = scheme;
        // Without transitions, so that final colours are measured.
        screen.ReducedMotion = ReducedMotion.Reduce;
        await using var game = new GameProcess();
        SecondVersion.AddTo(game);
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var charts = new ChartsPage(page);
            await charts.OpenAsync();
            await page.ExpectAccessibleAsync("charts without drawings");
            await charts.OpenTonightAsync();
            await page.ExpectAccessibleAsync("an evening without drawings");
            await PlayAsync(page);
            await charts.OpenAsync();
            await page.ExpectAccessibleAsync("charts");
            await charts.OpenTablesAsync();
            await charts.UnfoldAsync();
            await page.ExpectAccessibleAsync("charts with their tables");
            await charts.OpenLabAsync();
            await page.ExpectAccessibleAsync("the lab");
            await charts.UnfoldAsync();
            await page.ExpectAccessibleAsync("the lab, unfolded");
            await charts.OpenTonightAsync();
            await charts.UnfoldAsync();
            await page.ExpectAccessibleAsync("an evening");
            await CompareContestantsAsync(page);
            await HostAsync(page, game);
            await page.GotoAsync("/about");
            await page.ExpectAccessibleAsync("about");
            await page.GotoAsync("/no-such-page");
            await page.ExpectAccessibleAsync("not found");
        }, screen);
    }

    private static async Task CompareContestantsAsync(IPage page)
    {
        await page.GotoAsync("/versus");
        var play = new PlayPage(page);
        await play.WaitUntilReadyAsync();
        await page.ExpectAccessibleAsync("versus without a drawing");
        await play.DrawAsync(Digits.Seven);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(" say");
        await page.ExpectAccessibleAsync("versus");
    }

    private static async Task HostAsync(IPage page, GameProcess game)
    {
        var models = new ModelsPage(page);
        await models.OpenAsync();
        await page.ExpectAccessibleAsync("models for a player");
        await page.GotoAsync(game.HostLink);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Host", Exact = true })).ToBeVisibleAsync();
        await models.OpenAsync();
        await new ChartsPage(page).UnfoldAsync();
        await page.ExpectAccessibleAsync("models for the host, unfolded");
        await models.Button("MNIST CNN", 2, "Activate").ClickAsync();
        await page.ExpectAccessibleAsync("a promotion to confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await models.Button("MNIST CNN", 2, "Try it").ClickAsync();
        await new PlayPage(page).WaitUntilReadyAsync();
        await page.ExpectAccessibleAsync("a version on trial");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    private static async Task PlayAsync(IPage page)
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await page.ExpectAccessibleAsync("an empty pad");
        await play.Button("Guess").ClickAsync();
        await Expect(play.Trouble).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync("a guess without a drawing");
        await play.DrawAsync(Digits.Four);
        await play.WaitUntilReceivedAsync();
        await page.ExpectAccessibleAsync("a live guess");
        var guess = await play.GuessAsync();
        await page.ExpectAccessibleAsync("an answer");
        await play.Button("Wrong").ClickAsync();
        await Expect(play.WhichDigit).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync("which digit was it?");
        await play.Digit((guess + 1) % 10).ClickAsync();
        await Expect(play.Saved).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync("a mark");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Challenge" }).ClickAsync();
        await page.ExpectAccessibleAsync("a challenge");
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await Expect(play.Saved).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync("a challenge met");
    }
}
