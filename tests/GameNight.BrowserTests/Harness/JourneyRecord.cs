using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>The record of a visit, which is saved if its journey fails.</summary>
public sealed class JourneyRecord
{
    /// <summary>Says in the console what the browser did not do because the page's policy forbids it.</summary>
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', event => console.error("
        + "`Content Security Policy: ${event.effectiveDirective} forbids ${event.blockedURI}`))";

    private readonly StringBuilder _console = new();
    private readonly ConcurrentQueue<string> _violations = new();

    private readonly bool _isTraced;

    private JourneyRecord(IPage page, bool isTraced)
    {
        (Page, _isTraced) = (page, isTraced);
        page.Console += (_, message) => Record(message);
        page.PageError += (_, error) => _console.AppendLine($"  uncaught: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the pages tried and their Content-Security-Policy forbids; each in the browser's words.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public static async Task<JourneyRecord> StartAsync(IBrowserContext context, bool isTraced)
    {
        if (isTraced)
            await context.Tracing.StartAsync(new() { Snapshots = true });
        await context.AddInitScriptAsync(ReportViolations);
        return new JourneyRecord(await context.NewPageAsync(), isTraced);
    }

    /// <summary>Saves a screenshot, the trace if there is one, and the console, and returns a description with their folder.</summary>
    public async Task<string> SaveAsync(string name)
    {
        var folder = Path.Combine(GameBuild.Checkout, "TestResults", "browser", $"{name}-{DateTime.UtcNow:HHmmss}");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshot.png"), FullPage = true });
        if (_isTraced)
            await Page.Context.Tracing.StopAsync(new() { Path = Path.Combine(folder, "trace.zip") });
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), _console.ToString());
        return $"Screenshot, trace and console are in {folder}.\nThe browser's console:\n{_console}";
    }

    private void Record(IConsoleMessage message)
    {
        _console.AppendLine($"  {message.Type}: {message.Text}");
        if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            _violations.Enqueue(message.Text);
    }
}
