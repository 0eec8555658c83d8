using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>Draws strokes with pointer events, in the page's pixels.</summary>
public static class Hand
{
    /// <summary>Draws a stroke with the mouse.</summary>
    /// <param name="mouse">The mouse.</param>
    /// <param name="stroke">The points of the stroke.</param>
    /// <param name="steps">The number of moves from one point to the next.</param>
    /// <param name="pressed">Called when the button is down.</param>
    public static async Task StrokeAsync(this IMouse mouse, Spot[] stroke, int steps = 4, Func<Task>? pressed = null)
    {
        await mouse.MoveAsync((float)stroke[0].X, (float)stroke[0].Y);
        await mouse.DownAsync();
        if (pressed is not null)
            await pressed();
        foreach (var spot in stroke.Skip(1))
            await mouse.MoveAsync((float)spot.X, (float)spot.Y, new() { Steps = steps });
        await mouse.UpAsync();
    }

    /// <summary>Draws with a finger, by the events of a touch screen.</summary>
    public static async Task TouchAsync(this IPage page, Drawing drawing)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        foreach (var stroke in drawing.Strokes)
        {
            await device.TouchAsync("touchStart", stroke[0]);
            foreach (var spot in stroke.Skip(1))
                await device.TouchAsync("touchMove", spot);
            await device.TouchAsync("touchEnd");
        }
    }

    private static async Task TouchAsync(this ICDPSession device, string type, params Spot[] fingers) => await device.SendAsync(
        "Input.dispatchTouchEvent",
        new() { ["type"] = type, ["touchPoints"] = fingers.Select(finger => new { x = finger.X, y = finger.Y }).ToArray() });
}
