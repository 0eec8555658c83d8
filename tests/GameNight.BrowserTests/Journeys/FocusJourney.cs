using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

public sealed class FocusJourney(SharedGame shared) : Journey(shared)
{
    private const int Margin = 8;

    [BrowserFact]
    public Task Tab_AroundThePage_ReachesAllInOrderWithVisibleFocus() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        var stops = new List<(string Name, Clip Place, byte[] Focused)>();
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            // After the last element, the focus goes to the page itself.
            if (await NameAsync(page) is not { } name)
                continue;
            if (stops.Count > 0 && stops[0].Name == name)
                break;
            var place = await PlaceAsync(page);
            stops.Add((name, place, await page.ScreenshotAsync(new() { Clip = place })));
        }

        // The focus starts at the page's heading.
        string[] expected =
        [
            "Challenge", "Play without being recorded", "Drawing pad", "Undo", "Clear", "Guess", "Stencil, MNIST CNN",
            "Skip to the content", "Play", "Versus", "Scoreboard", "Models", "About",
        ];
        Assert.Equal(expected, stops.Select(stop => stop.Name).Intersect(expected));
        await page.EvaluateAsync("document.activeElement.blur()");
        foreach (var (name, place, focused) in stops)
        {
            var unfocused = await page.ScreenshotAsync(new() { Clip = place });
            Assert.False(focused.SequenceEqual(unfocused), $"The focus of \"{name}\" is not visible.");
        }
    }, Still());

    private static BrowserNewContextOptions Still()
    {
        var screen = Screens.Desktop();
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }

    /// <summary>The name of the focused element; null if none has the focus.</summary>
    private static Task<string?> NameAsync(IPage page) => page.EvaluateAsync<string?>("""
        () => {
          const focus = document.activeElement;
          return focus === document.body ? null : focus.ariaLabel || focus.name || (focus.labels?.[0] ?? focus).innerText.trim();
        }
        """);

    private static async Task<Clip> PlaceAsync(IPage page)
    {
        var focus = (await page.EvaluateHandleAsync("document.activeElement.closest('label') ?? document.activeElement")).AsElement()!;
        var box = (await focus.BoundingBoxAsync())!;
        var (x, y) = (Math.Max(0, box.X - Margin), Math.Max(0, box.Y - Margin));
        return new() { X = x, Y = y, Width = box.Width + 2 * Margin, Height = box.Height + 2 * Margin };
    }
}
