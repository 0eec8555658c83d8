using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>The system's Chromium, started once for all journeys. Every visit has its own cookies and storage.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly float Timeout = (float)TimeSpan.FromMinutes(2).TotalMilliseconds;
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why tests with a browser are skipped; null if there is one.</summary>
    public static string? Missing => File.Exists(Program) ? null : $"There is no {Program}; install chromium or set CHROMIUM_PATH.";

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        Assertions.SetDefaultExpectTimeout(Timeout);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Switches });
    }

    /// <summary>
    /// Opens a page and runs a journey on it, on which no page may break its Content-Security-Policy. If the journey fails, saves a
    /// screenshot, a trace and the browser's console.
    /// </summary>
    /// <param name="game">The game to visit.</param>
    /// <param name="journey">The journey.</param>
    /// <param name="screen">The screen; null for a desktop.</param>
    /// <param name="name">The name of the folder of a failure.</param>
    /// <param name="isTraced">Whether to record a trace, which takes time at each step.</param>
    /// <exception cref="JourneyFailedException">The journey failed; the message has what was saved and the game's output.</exception>
    public async Task VisitAsync(
        GameProcess game, Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "",
        bool isTraced = true)
    {
        var options = screen ?? Screens.Desktop();
        options.BaseURL = game.Address!.ToString();
        await using var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Timeout);
        var record = await JourneyRecord.StartAsync(context, isTraced);
        try
        {
            await journey(record.Page);
            Assert.Empty(record.Violations);
        }
        catch (JourneyFailedException e)
        {
            // On another page, visited from this one: what happened here may be why.
            throw new JourneyFailedException($"{e.Message}\n{await record.SaveAsync(name)}", e.InnerException!);
        }
        catch (Exception e)
        {
            throw new JourneyFailedException($"{e.Message}\nThe game's output:\n{game.Output}\n{await record.SaveAsync(name)}", e);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
