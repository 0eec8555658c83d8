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

    /// <summary>Remembers what was last pressed: a press that had no effect may have met something else than what it was for.</summary>
    private const string RememberPresses = """
        window.presses = [];
        for (const kind of ['mousedown', 'mouseup', 'click']) {
          addEventListener(kind, ({ target }) => {
            const name = target.ariaLabel ?? target.textContent?.trim().slice(0, 30);
            presses.push(`${Math.round(performance.now())} ms: ${kind} on ${target.nodeName} ${target.className} "${name}"`);
            presses.splice(0, presses.length - 12);
          }, true);
        }
        """;

    private static int _records;

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
        await context.AddInitScriptAsync(RememberPresses);
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
        foreach (var press in await Page.EvaluateAsync<string[]>("() => window.presses ?? []"))
            _console.AppendLine($"  {press}");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshot.png"), FullPage = true });
        if (_isTraced)
            await Page.Context.Tracing.StopAsync(new() { Path = Path.Combine(folder, "trace.zip") });
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), _console.ToString());
        return $"Screenshot, trace and console are in {folder}.\nThe browser's console and last presses:\n{_console}";
    }

    private void Record(IConsoleMessage message)
    {
        _console.AppendLine($"  {message.Type}: {message.Text}");
        if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            _violations.Enqueue(message.Text);
    }
}
