using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>The system's Chromium, started once for all journeys; every visit has cookies and storage of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly float Patience = (float)TimeSpan.FromMinutes(2).TotalMilliseconds;
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null where there is one.</summary>
    public static string? Missing => File.Exists(Program) ? null : $"There is no {Program}; install chromium or set CHROMIUM_PATH.";

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Switches });
    }

    /// <summary>A visit to a game; where the journey fails, a screenshot, a trace and what browser and game said are kept.</summary>
    public async Task VisitAsync(GameProcess game, Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "")
    {
        var options = screen ?? Screens.Desktop();
        options.BaseURL = game.Address!.ToString();
        await using var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var record = await JourneyRecord.StartAsync(context);
        try
        {
            await journey(record.Page);
        }
        catch (Exception e)
        {
            throw new JourneyFailedException($"{e.Message}\n{await record.KeepAsync(name)}\nThe game said:\n{game.Output}", e);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
