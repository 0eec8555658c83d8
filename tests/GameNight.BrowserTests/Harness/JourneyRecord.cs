using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>The record of a visit, which is saved if its journey fails.</summary>
public sealed class JourneyRecord
{
    /// <summary>Says in the console what the browser did not do because the page's policy forbids it.</summary>
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', event => console.error("
        + "`Content Security Policy: ${event.effectiveDirective} forbids ${event.blockedURI}`))";

    private const string Press = "press: ";

    /// <summary>Says in the console what is pressed: a press that had no effect may have met something else than what it was for.</summary>
    private const string ReportPresses = $$"""
        for (const kind of ['mousedown', 'mouseup', 'click']) {
          addEventListener(kind, ({ target }) => {
            const name = target.ariaLabel ?? target.textContent?.trim().slice(0, 30);
            console.debug(`{{Press}}${Math.round(performance.now())} ms, ${kind} on ${target.nodeName} "${name}"`);
          }, true);
        }
        """;

    /// <summary>How many events of presses are worth reading.</summary>
    private const int LastPresses = 12;

    private static int _records;

    private readonly ConcurrentQueue<string> _console = new();
    private readonly ConcurrentQueue<string> _violations = new();

    private readonly bool _isTraced;

    private JourneyRecord(IPage page, bool isTraced)
    {
        (Page, _isTraced) = (page, isTraced);
        page.Console += (_, message) => Record(message);
        page.PageError += (_, error) => _console.Enqueue($"  uncaught: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the pages tried and their Content-Security-Policy forbids; each in the browser's words.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public static async Task<JourneyRecord> StartAsync(IBrowserContext context, bool isTraced)
    {
        if (isTraced)
            await context.Tracing.StartAsync(new() { Snapshots = true });
        await context.AddInitScriptAsync(ReportViolations);
        await context.AddInitScriptAsync(ReportPresses);
        return new JourneyRecord(await context.NewPageAsync(), isTraced);
    }

    /// <summary>
    /// Saves a screenshot, the trace if there is one, and the console with the last presses, and returns a description with their folder.
    /// </summary>
    public async Task<string> SaveAsync(string name)
    {
        var number = Interlocked.Increment(ref _records);
        var folder = Path.Combine(GameBuild.Checkout, "TestResults", "browser", $"{name}-{DateTime.UtcNow:HHmmss}-{number}");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshot.png"), FullPage = true });
        if (_isTraced)
            await Page.Context.Tracing.StopAsync(new() { Path = Path.Combine(folder, "trace.zip") });
        string[] lines = [.. _console];
        await File.WriteAllLinesAsync(Path.Combine(folder, "console.txt"), lines);
        var presses = lines.Where(IsPress).TakeLast(LastPresses);
        var console = string.Join('\n', lines.Where(line => !IsPress(line)).Concat(presses));
        return $"Screenshot, trace and console are in {folder}.\nThe browser's console and last presses:\n{console}";
    }

    private void Record(IConsoleMessage message)
    {
        _console.Enqueue($"  {message.Type}: {message.Text}");
        if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            _violations.Enqueue(message.Text);
    }

    private static bool IsPress(string line) => line.Contains(Press, StringComparison.Ordinal);
}
