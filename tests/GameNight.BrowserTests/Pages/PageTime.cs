using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>Time on a page whose clock a journey has installed.</summary>
public static class PageTime
{
    private const int Most = 90;
    private const int Step = 3;

    /// <summary>Lets time pass on the page, which is not waited for here, until something is there.</summary>
    public static async Task ForwardToAsync(this IPage page, ILocator awaited)
    {
        for (var seconds = 0; seconds < Most && await awaited.CountAsync() == 0; seconds += Step)
            await page.Clock.FastForwardAsync(1_000 * Step);
        await Expect(awaited).ToBeVisibleAsync();
    }
}
