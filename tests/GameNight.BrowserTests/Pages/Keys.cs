using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>Moves on a page as somebody does who has no mouse.</summary>
public static class Keys
{
    private const int Most = 40;

    /// <summary>Presses Tab until an element has the focus.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        for (var presses = 0; presses < Most; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} cannot be reached with Tab.");
    }

    public static async Task PressAsync(this IKeyboard keyboard, string key, int times)
    {
        for (var i = 0; i < times; i++)
            await keyboard.PressAsync(key);
    }
}
