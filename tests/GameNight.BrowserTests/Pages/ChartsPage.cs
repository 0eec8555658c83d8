using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The scoreboard, read from the tables of its charts.</summary>
public sealed class ChartsPage(IPage page)
{
    private static readonly string[] OfContestants =
        ["Accuracy by algorithm", "Accuracy by digit", "Confusion matrix", "Accuracy over time"];

    private static readonly string[] OfLab = ["Should we retrain?", "Head to head", "Learning curve", "Accuracy over time", "Calibration"];

    /// <summary>Opens the page of the contestants.</summary>
    public Task OpenAsync() => OpenAsync("/charts", OfContestants);

    public Task OpenLabAsync() => OpenAsync("/charts/lab", OfLab);

    public async Task OpenTonightAsync()
    {
        await OpenAsync("/tonight", ["People", "Upsets", "The rookie learns", "Just played"]);
        // What is typed before the page listens is lost.
        await Expect(page.GetByLabel("Your name", new() { Exact = true })).ToBeEnabledAsync();
    }

    /// <summary>Unfolds all that is folded: charts, tables and what else there is.</summary>
    public async Task UnfoldAsync()
    {
        var folded = page.Locator("main details:not([open]) > summary").Filter(new() { Visible = true });
        while (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
    }

    public async Task OpenTablesAsync()
    {
        foreach (var name in OfContestants)
        {
            await Region(name).GetByText("as a table").ClickAsync();
            await Expect(Region(name).GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        }
    }

    private async Task OpenAsync(string path, string[] regions)
    {
        await page.GotoAsync(path);
        foreach (var name in regions)
            await Expect(Region(name)).ToBeVisibleAsync();
        // What is selected or opened before the page listens is lost.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public ILocator Region(string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>Reads the numbers of labelled drawings that a contestant guessed correctly, and guessed at all.</summary>
    /// <param name="contestant">The name of the contestant on pages.</param>
    public async Task<(int Correct, int Marked)> ReadAsync(string contestant)
    {
        // The table is in the page even while it is closed.
        var rows = Region("Accuracy by algorithm").GetByRole(AriaRole.Row, new() { IncludeHidden = true });
        var row = rows.Filter(new() { HasText = contestant });
        var cells = row.GetByRole(AriaRole.Cell, new() { IncludeHidden = true });
        return (await NumberAsync(cells.Nth(0)), await NumberAsync(cells.Nth(1)));
    }

    /// <summary>Downloads a chart, and returns the file's bytes.</summary>
    /// <param name="chart">The name of its region.</param>
    /// <param name="format">CSV, SVG or PNG.</param>
    public async Task<byte[]> DownloadAsync(string chart, string format)
    {
        var button = Region(chart).GetByRole(AriaRole.Button, new() { Name = $"Download {chart} as {format}", Exact = true });
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        Assert.Equal($"{chart.ToLowerInvariant().Replace(' ', '-')}.{format.ToLowerInvariant()}", download.SuggestedFilename);
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    private static async Task<int> NumberAsync(ILocator cell) =>
        int.Parse((await cell.TextContentAsync())!, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
