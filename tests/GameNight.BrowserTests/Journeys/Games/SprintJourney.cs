using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>Digit after digit against the clock.</summary>
public sealed class SprintJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Sprint_DrawnByMouseToTheBell_CountsEachDigitOnceAndIsTheBestOfTheNight()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var (sprint, play) = (new SprintPage(page), new PlayPage(page));
            await sprint.OpenAsync();
            await Expect(sprint.Time).ToHaveTextAsync("60 s");
            await page.ExpectAccessibleAsync("a sprint that waits");
            for (var digit = 0; digit < 3; digit++)
            {
                var asked = await sprint.ReadAskedAsync();
                await play.DrawAsync(Digits.Of(asked));
                await sprint.ExpectNextAsync(asked);
            }

            // 1 + 2 + 3.
            await Expect(sprint.Points).ToHaveTextAsync("6 points");
            await page.ExpectAccessibleAsync("a sprint");
            await play.Button("Skip").ClickAsync();
            await play.DrawAsync(Digits.Seven);
            await Expect(sprint.Summary).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("[67] points, [34] digits read"));
            await Expect(sprint.Summary).ToContainTextAsync("That’s the best tonight!");
            await page.ExpectAccessibleAsync("a sprint's end");
            Assert.InRange(await sprint.CountKeptAsync(), 3, 4);
            await Expect(play.Button("Again")).ToBeEnabledAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(sprint.Time).ToHaveTextAsync("60 s");
            await Expect(play.Pad).ToBeFocusedAsync();
        }, Still(Screens.Desktop()));
    }

    [BrowserFact]
    public Task Sprint_ByFingerOnAPhone_NeedsNoScrollingAndGoesOnInWordsAfterAReload() => VisitAsync(async page =>
    {
        var (sprint, play) = (new SprintPage(page), new PlayPage(page));
        await sprint.OpenAsync();
        var asked = await sprint.ReadAskedAsync();
        await page.TouchAsync(await play.OnPadAsync(Digits.Of(asked)));
        await sprint.ExpectNextAsync(asked);
        await Expect(sprint.Points).ToHaveTextAsync("1 point");
        var next = await sprint.ReadAskedAsync();
        await play.Button("Skip").TapAsync();
        await sprint.ExpectNextAsync(next);
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.TouchAsync(await play.OnPadAsync(Digits.Four));

        await page.ReloadAsync();
        await sprint.WaitUntilReadyAsync();
        await Expect(page.GetByText(new Regex("Your last sprint stopped when the page was left: [12] points?"))).ToBeVisibleAsync();
        await Expect(sprint.Time).ToHaveTextAsync("60 s");
        await Expect(sprint.Points).ToHaveTextAsync("0 points");
        Assert.InRange(await sprint.CountKeptAsync(), 1, 2);
    }, Still(Screens.Phone()));

    [BrowserFact]
    public Task Sprint_ByKeyboardAlone_ReadsAStroke() => VisitAsync(async page =>
    {
        var (sprint, play) = (new SprintPage(page), new PlayPage(page));
        await sprint.OpenAsync();
        for (var presses = 0; !await play.Pad.EvaluateAsync<bool>("pad => pad === document.activeElement"); presses++)
        {
            Assert.InRange(presses, 0, 30);
            await page.Keyboard.PressAsync("Tab");
        }

        await DrawLineAsync(page, "ArrowDown");
        await Expect(play.Button("Skip")).ToBeEnabledAsync();
        for (var asked = await sprint.ReadAskedAsync(); asked != 1; asked = await sprint.ReadAskedAsync())
        {
            await page.Keyboard.PressAsync("s");
            await sprint.ExpectNextAsync(asked);
        }

        await DrawLineAsync(page, "ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await sprint.ExpectNextAsync(1);
        await Expect(sprint.Points).ToHaveTextAsync(new Regex("^[1-5] points?$"));
    });

    private static async Task DrawLineAsync(IPage page, string arrow)
    {
        await page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 12; i++)
            await page.Keyboard.PressAsync(arrow);
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>Without movement: colours are judged when they have arrived.</summary>
    private static BrowserNewContextOptions Still(BrowserNewContextOptions screen)
    {
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
