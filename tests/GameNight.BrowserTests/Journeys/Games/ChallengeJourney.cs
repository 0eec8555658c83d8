using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

public sealed partial class ChallengeJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Challenge_DigitDrawn_IsSavedWithTheAskedDigitInOneClick() => VisitAsync(async page =>
    {
        using var program = new GameClient(Game.Address!);
        var labelled = await program.LabelledAsync();
        var play = new PlayPage(page);
        await play.OpenAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Challenge" }).ClickAsync();

        for (var streak = 1; streak <= 2; streak++)
        {
            var asked = await ReadAskedAsync(page);
            var drawnBefore = await DrawnAsync(program, asked);
            await play.DrawAsync(Digits.Of(asked));
            Assert.Equal(asked, await play.GuessAsync());
            await Expect(play.Saved).ToBeVisibleAsync();
            await Expect(page.GetByText($"Streak {streak}")).ToBeVisibleAsync();
            Assert.Equal(labelled + streak, await program.LabelledAsync());
            Assert.Equal(drawnBefore + 1, await DrawnAsync(program, asked));
        }

        var missed = await ReadAskedAsync(page);
        await play.DrawAsync(Digits.Of((missed + 1) % 10));
        Assert.NotEqual(missed, await play.GuessAsync());
        await Expect(play.Saved).ToBeVisibleAsync();
        await Expect(page.GetByText("Streak 0")).ToBeVisibleAsync();
        await Expect(page.GetByText("Best 2")).ToBeVisibleAsync();
        await Expect(play.Score).ToHaveTextAsync("3 drawn, 2 recognised");
    });

    [BrowserFact]
    public Task Challenge_ChosenOnThePageOfAnotherGame_AsksForADigit() => VisitAsync(async page =>
    {
        await page.GotoAsync("/sprint");
        await new PlayPage(page).WaitUntilReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Challenge" }).ClickAsync();
        await ReadAskedAsync(page);
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Challenge" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fool the machines" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Challenge" })).Not.ToBeCheckedAsync();
    });

    /// <summary>The number of labelled drawings of a digit.</summary>
    private static async Task<int> DrawnAsync(GameClient program, int digit)
    {
        var algorithms = (await program.StatisticsAsync()).GetProperty("algorithms").EnumerateArray();
        return algorithms.Where(a => a.GetProperty("algorithm").GetString() == "mnist-cnn")
            .Sum(a => a.GetProperty("digits")[digit].GetProperty("n").GetInt32());
    }

    private static async Task<int> ReadAskedAsync(IPage page)
    {
        var words = await page.GetByText(DrawThis()).First.InnerTextAsync();
        return int.Parse(DrawThis().Match(words).Groups[1].ValueSpan);
    }

    [GeneratedRegex(@"(?:Draw an?|Next up: an?) (\d)")]
    private static partial Regex DrawThis();
}
