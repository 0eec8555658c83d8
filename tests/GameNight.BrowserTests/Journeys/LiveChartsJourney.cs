using System.Diagnostics;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class LiveChartsJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Label_InOneBrowser_UpdatesTheChartInTheOther()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async watcher =>
        {
            var charts = new ChartsPage(watcher);
            await charts.OpenAsync();
            await using var elsewhere = await watcher.Context.Browser!.NewContextAsync(new() { BaseURL = game.Address!.ToString() });
            var play = new PlayPage(await elsewhere.NewPageAsync());
            await play.OpenAsync();
            await play.DrawAsync(Digits.Seven);
            await play.GuessAsync();
            await Expect(watcher.GetByRole(AriaRole.Status)).ToContainTextAsync("1 drawing, 0 of them answered");

            await play.MarkRightAsync();
            // The time from "Saved" on one page to the new figure on the other.
            var saved = Stopwatch.GetTimestamp();
            await Expect(watcher.GetByRole(AriaRole.Status)).ToContainTextAsync("1 drawing, 1 of them answered");
            Console.WriteLine($"The chart changed {Stopwatch.GetElapsedTime(saved).TotalMilliseconds:N0} ms after the label was saved.");
            Assert.Equal((1, 1), await charts.ReadAsync("MNIST CNN"));
        });
    }

    [BrowserFact]
    public async Task Cell_ChosenByKeyboard_ShowsItsDrawings()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Four);
            var first = await play.GuessAsync();
            await play.MarkRightAsync();
            await play.DrawAsync(Digits.Seven);
            var second = await play.GuessAsync();
            await play.MarkRightAsync();

            var charts = new ChartsPage(page);
            await charts.OpenAsync();
            await charts.UnfoldAsync();
            var cells = charts.Region("Confusion matrix").Locator("a[data-cell]");
            await Expect(cells).ToHaveCountAsync(2);
            await cells.First.FocusAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(cells.Last).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");

            Assert.NotEqual(first, second);
            var high = Math.Max(first, second);
            var drawings = page.GetByRole(AriaRole.Region, new() { Name = $"1 drawing of {high}, taken for {high}" });
            await Expect(drawings.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
            await drawings.GetByRole(AriaRole.Button, new() { Name = "Replay drawing 1" }).ClickAsync();
            var guesses = drawings.GetByRole(AriaRole.List, new() { Name = "What was said of drawing 1" });
            await Expect(guesses.GetByRole(AriaRole.Listitem)).Not.ToHaveCountAsync(0);
            await page.ExpectAccessibleAsync("drawings behind a number");

            // The address contains the view: another person who opens it sees the same.
            await using var elsewhere = await page.Context.Browser!.NewContextAsync();
            var other = await elsewhere.NewPageAsync();
            await other.GotoAsync(page.Url);
            await Expect(other.GetByRole(AriaRole.Region, new() { Name = $"1 drawing of {high}, taken for {high}" })).ToBeVisibleAsync();

            await drawings.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
            await Expect(drawings).ToHaveCountAsync(0);
        });
    }

    [BrowserFact]
    public async Task Filter_ByInput_IsInTheAddressAndNarrowsTheCharts()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.DrawAsync(Digits.Seven);
            await play.GuessAsync();
            await play.MarkRightAsync();

            var charts = new ChartsPage(page);
            await charts.OpenLabAsync();
            await page.GetByLabel("Drawn with").SelectOptionAsync("a finger");
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("input=touch"));
            await Expect(page.GetByText("No drawings like that")).ToBeVisibleAsync();
            await page.GetByLabel("Drawn with").SelectOptionAsync("a mouse");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 drawing, 1 of them answered");
            await page.GetByLabel("Who drew").SelectOptionAsync("I did");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 drawing, 1 of them answered");
            await page.ExpectAccessibleAsync("filtered charts");
            await page.GetByRole(AriaRole.Link, new() { Name = "Contestants" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/charts\\?.*input=mouse"));
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 drawing, 1 of them answered");
            await page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/charts$"));
        });
    }
}
