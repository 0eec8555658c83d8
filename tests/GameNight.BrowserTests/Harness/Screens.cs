using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>The screens on which journeys run.</summary>
public static class Screens
{
    public static BrowserNewContextOptions Desktop(ColorScheme scheme = ColorScheme.Light) => new()
    {
        ViewportSize = new() { Width = 1280, Height = 800 },
        ColorScheme = scheme,
    };

    public static BrowserNewContextOptions Phone() => new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 3,
        HasTouch = true,
        IsMobile = true,
    };

    /// <summary>A screen without movement, so that final colours are measured.</summary>
    public static BrowserNewContextOptions Still(BrowserNewContextOptions screen)
    {
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
