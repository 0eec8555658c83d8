using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The page on which one fools the machines.</summary>
public sealed partial class FoolPage(IPage page)
{
    /// <summary>A cross through a hook: whatever is asked for, some machine takes it for something else.</summary>
    public static readonly Drawing Odd = new(
        [[new(40, 20), new(62, 22), new(60, 50), new(38, 80), new(66, 82)], [new(20, 50), new(80, 45)], [new(25, 30), new(30, 70)]]);

    private readonly PlayPage _pad = new(page);

    public ILocator Points => page.GetByRole(AriaRole.Status).GetByText(new Regex(@"^\d+ points"));

    public ILocator Result => page.GetByText(Outcome());

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { NameRegex = Asked() });

    /// <summary>What each machine says.</summary>
    public ILocator Cards => page.GetByRole(AriaRole.List, new() { Name = "What the machines say" }).GetByRole(AriaRole.Listitem);

    /// <summary>What became of a vote.</summary>
    public ILocator News => page.GetByRole(AriaRole.Status).GetByText(new Regex("Thanks!|Two people"));

    /// <summary>What the jury is asked.</summary>
    public ILocator Question => page.GetByRole(AriaRole.Heading, new() { Name = "Which digit is this?" });

    public ILocator Exhibit => page.GetByRole(AriaRole.Img, new() { Name = "The drawing to judge" });

    public ILocator BlankPad => page.Locator("drawing-pad[data-blank]");

    public ILocator Jury => page.GetByRole(AriaRole.Group, new() { Name = "Which digit is this?" });

    public async Task OpenAsync()
    {
        await page.GotoAsync("/fool");
        await _pad.WaitUntilReadyAsync();
    }

    public Task DrawAsync(Drawing drawing) => _pad.DrawAsync(drawing);

    /// <summary>Draws, whatever is asked for, and waits for the machines.</summary>
    public async Task DrawAndGuessAsync(Drawing drawing)
    {
        await _pad.DrawAsync(drawing);
        await _pad.Button("Guess").ClickAsync();
        await Expect(Result).ToBeVisibleAsync();
    }

    /// <summary>The digit that is asked for.</summary>
    public async Task<int> ReadAskedAsync()
    {
        return int.Parse(Asked().Match(await Heading.InnerTextAsync()).Groups[1].ValueSpan);
    }

    [GeneratedRegex(@"Draw an? (\d) that people read")]
    private static partial Regex Asked();

    [GeneratedRegex(@"You fooled .*|No points.*")]
    private static partial Regex Outcome();
}
