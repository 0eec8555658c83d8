using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The model library, found by roles and accessible names.</summary>
public sealed class ModelsPage(IPage page)
{
    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Models", Exact = true });

    /// <summary>The outcome of the last change.</summary>
    public ILocator Done => page.GetByRole(AriaRole.Status);

    public async Task OpenAsync()
    {
        await page.GotoAsync("/models");
        await Expect(Table).ToBeVisibleAsync();
        await Expect(page.Locator(".library")).ToHaveAttributeAsync("aria-busy", "false");
    }

    /// <summary>The row of a version.</summary>
    /// <param name="contestant">The name of the contestant on pages.</param>
    /// <param name="version">The number of the version.</param>
    public ILocator Row(string contestant, int version)
    {
        var header = page.GetByRole(AriaRole.Rowheader, new() { Name = $"{contestant} Version {version}" });
        // The rows of unfolded versions are within a row of the contestant, which comes first.
        return Table.GetByRole(AriaRole.Row).Filter(new() { Has = header }).Last;
    }

    /// <summary>Unfolds what there is of a contestant beside its line, if it is folded.</summary>
    public async Task UnfoldAsync(string contestant)
    {
        var header = page.GetByRole(AriaRole.Rowheader, new() { Name = contestant });
        var fold = Table.Locator("tbody").Filter(new() { Has = header }).Locator("details").First;
        if (await fold.GetAttributeAsync("open") is null)
            await fold.Locator("summary").First.ClickAsync();
    }

    public ILocator Button(string contestant, int version, string name) =>
        Row(contestant, version).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Activates a version, and confirms with the dialog's button of the given name.</summary>
    public async Task ActivateAsync(string contestant, int version, string confirm)
    {
        await UnfoldAsync(contestant);
        await Button(contestant, version, "Activate").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("to see it happen");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = confirm, Exact = true }).ClickAsync();
        await Expect(Done).ToContainTextAsync($"plays version {version} now.");
    }
}
