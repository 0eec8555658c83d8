using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class PhoneJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Round_PlayedByFinger_NeedsNoScrolling() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await page.TouchAsync(await play.OnPadAsync(Digits.Four));
        await play.WaitUntilReceivedAsync();
        await TapAsync(page, play.Button("Guess"));
        var guess = await play.ReadAnswerAsync();
        await Expect(play.Answer).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(play.YouDrew).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(play.Button("Right")).ToBeInViewportAsync(new() { Ratio = 1 });
        await TapAsync(page, play.Button("Wrong"));
        for (var digit = 0; digit < 10; digit++)
            await Expect(play.Digit(digit)).ToBeInViewportAsync(new() { Ratio = 1 });
        await TapAsync(page, play.Digit((guess + 1) % 10));
        await Expect(play.Saved).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));

        await page.TouchAsync(await play.OnPadAsync(Digits.Seven));
        await play.WaitUntilReceivedAsync();
        await TapAsync(page, play.Button("Guess"));
        Assert.Equal(7, await play.ReadAnswerAsync());
        await TapAsync(page, play.Button("Right"));
        await Expect(play.Saved).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
    }, Screens.Phone());

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/tonight")]
    [InlineData("/charts")]
    [InlineData("/charts/lab")]
    [InlineData("/versus")]
    [InlineData("/models")]
    [InlineData("/models/review")]
    [InlineData("/about")]
    [InlineData("/no-such-page")]
    public Task Page_OnAPhone_IsAsWideAsTheScreen(string path) => VisitAsync(async page =>
    {
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(390, await page.EvaluateAsync<int>("innerWidth"));
    }, Screens.Phone());

    /// <summary>Each page of the scoreboard, until something is unfolded.</summary>
    [BrowserTheory]
    [InlineData("/tonight")]
    [InlineData("/charts")]
    [InlineData("/charts/lab")]
    public Task Scoreboard_OnAPhone_IsAtMostThreeScreensLong(string path) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await play.Button("Wrong").ClickAsync();
        await play.Digit(4).ClickAsync();
        await Expect(play.Saved).ToBeVisibleAsync();
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, 3 * 844);
    }, Screens.Phone());

    /// <summary>Taps a control after asserting that it is in view, because Playwright would otherwise scroll to it.</summary>
    private static async Task TapAsync(IPage page, ILocator control)
    {
        await Expect(control).ToBeInViewportAsync(new() { Ratio = 1 });
        // Buttons that appear where another one was take no taps for a moment, and Playwright would scroll to try again.
        await control.EvaluateAsync("""
            async button => {
              const { x, y, width, height } = button.getBoundingClientRect();
              while (!button.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
                await new Promise(requestAnimationFrame);
            }
            """);
        await control.TapAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
    }
}
