using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The charts by their table twins.</summary>
public sealed class ChartsPage(IPage page)
{
    public static readonly string[] Regions = ["Accuracy by algorithm", "Accuracy by digit", "Confusion matrix", "Accuracy over time", "Calibration", "Head to head", "People"];

    public async Task OpenAsync()
    {
        await page.GotoAsync("/charts");
        foreach (var name in Regions)
            await Expect(Region(name)).ToBeVisibleAsync();
    }

    public async Task OpenTablesAsync()
    {
        foreach (var name in Regions)
        {
            await Region(name).GetByText("as a table").ClickAsync();
            await Expect(Region(name).GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        }
    }

    public ILocator Region(string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <param name="contestant">Its name, as people read it.</param>
    /// <returns>How many marked drawings it guessed, and how many of them it had right.</returns>
    public async Task<(int Correct, int Marked)> ReadAsync(string contestant)
    {
        // The table is there whether or not somebody has opened it.
        var row = Region("Accuracy by algorithm").GetByRole(AriaRole.Row, new() { IncludeHidden = true }).Filter(new() { HasText = contestant });
        var cells = row.GetByRole(AriaRole.Cell, new() { IncludeHidden = true });
        return (await NumberAsync(cells.Nth(0)), await NumberAsync(cells.Nth(1)));
    }

    /// <param name="chart">Its region.</param>
    /// <param name="format">CSV, SVG or PNG.</param>
    /// <returns>The file.</returns>
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
