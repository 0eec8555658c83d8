using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rounds;

public sealed class SlowNetworkJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Drawing_FinishedBeforeTheConnectionIsThere_IsGuessedWhole()
    {
        var image = "";
        await VisitAsync(async page => image = await ReadFourAsync(page));
        await VisitAsync(async page =>
        {
            var play = new PlayPage(page);
            await OpenSlowlyAsync(page);
            await play.DrawAsync(Digits.Four);
            Assert.Equal("true", await play.Pad.GetAttributeAsync("aria-busy"));
            // Pressed too early, too: it waits for the game.
            await play.Button("Guess").ClickAsync();
            await play.ReadAnswerAsync();
            Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
        });
    }

    [BrowserFact]
    public async Task Stroke_ThePenIsDownWhenTheConnectionComes_IsWhole()
    {
        var image = "";
        await VisitAsync(async page => image = await ReadFourAsync(page));
        await VisitAsync(async page =>
        {
            var play = new PlayPage(page);
            await OpenSlowlyAsync(page);
            var strokes = (await play.OnPadAsync(Digits.Four)).Strokes;
            await page.Mouse.StrokeAsync(strokes[0]);
            Assert.Equal("true", await play.Pad.GetAttributeAsync("aria-busy"));
            await page.Mouse.StrokeAsync(strokes[1], pressed: play.WaitUntilReadyAsync);
            await play.GuessAsync();
            Assert.Equal(image, await play.YouDrew.GetAttributeAsync("src"));
        });
    }

    [BrowserFact]
    public Task Challenge_ChosenOnAnotherPageBeforeTheConnectionIsThere_IsSwitchedOn() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await OpenSlowlyAsync(page, "/sprint");
        await page.WaitForFunctionAsync("() => customElements.get('drawing-pad') !== undefined");
        Assert.Equal("true", await play.Pad.GetAttributeAsync("aria-busy"));
        await play.Button("Challenge").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Challenge" })).ToBeCheckedAsync();
    });

    /// <summary>Draws on a page that has its connection, and returns the picture of what the contestants saw.</summary>
    private static async Task<string> ReadFourAsync(IPage page)
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Four);
        await play.GuessAsync();
        return (await play.YouDrew.GetAttributeAsync("src"))!;
    }

    /// <summary>Opens the page over a bad mobile network, and returns as soon as the pad is seen.</summary>
    private static async Task OpenSlowlyAsync(IPage page, string path = "/")
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("Network.enable");
        await device.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 50_000,
            ["uploadThroughput"] = 50_000,
        });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        // Nothing is seen before the first paint: the page waits for its style.
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        await Expect(new PlayPage(page).Pad).ToBeVisibleAsync();
    }
}
