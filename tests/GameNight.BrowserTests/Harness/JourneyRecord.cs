using System.Text;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Harness;

/// <summary>What is known of a visit when it goes wrong.</summary>
public sealed class JourneyRecord
{
    private readonly StringBuilder _console = new();

    private JourneyRecord(IPage page)
    {
        Page = page;
        page.Console += (_, message) => _console.AppendLine($"  {message.Type}: {message.Text}");
        page.PageError += (_, error) => _console.AppendLine($"  uncaught: {error}");
    }

    public IPage Page { get; }

    public static async Task<JourneyRecord> StartAsync(IBrowserContext context)
    {
        await context.Tracing.StartAsync(new() { Snapshots = true });
        return new JourneyRecord(await context.NewPageAsync());
    }

    /// <returns>Where everything is.</returns>
    public async Task<string> KeepAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(GameBuild.Checkout, "TestResults", "browser", $"{name}-{DateTime.UtcNow:HHmmss}")).FullName;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshot.png"), FullPage = true });
        await Page.Context.Tracing.StopAsync(new() { Path = Path.Combine(folder, "trace.zip") });
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), _console.ToString());
        return $"Screenshot, trace and console are in {folder}.\nThe browser's console:\n{_console}";
    }
}

/// <summary>A journey did not reach its end.</summary>
public sealed class JourneyFailedException(string message, Exception inner) : Exception(message, inner);
