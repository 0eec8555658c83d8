using Microsoft.Playwright;

namespace GameNight.BrowserTests.Pages;

/// <summary>Strokes by real pointer events; the spots are the page's pixels.</summary>
public static class Hand
{
    /// <param name="mouse">Held by the hand.</param>
    /// <param name="stroke">Where it goes, pressed.</param>
    /// <param name="steps">Moves from one spot to the next.</param>
    /// <param name="pressed">Happens as soon as the button is down.</param>
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

    /// <summary>Strokes of a finger, as a touch screen reports them.</summary>
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
