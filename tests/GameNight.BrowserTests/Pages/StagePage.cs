using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The big screen of a room.</summary>
public sealed partial class StagePage(IPage page)
{
    public IPage Page => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Why nothing moves.</summary>
    public ILocator Banner => page.Locator(".banner");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens a room with the page on which the host does that.</summary>
    /// <returns>The code of the room.</returns>
    public async Task<string> OpenAsync(int rounds)
    {
        await page.GotoAsync("/rooms");
        await page.GetByLabel("Rounds").FillAsync($"{rounds}");
        await Button("Open a room").ClickAsync();
        // Without the key, which is not for everybody who looks at the screen.
        await Expect(page).ToHaveURLAsync(Address());
        await Expect(Heading).ToHaveTextAsync("Grab your phone");
        return Address().Match(page.Url).Groups[1].Value;
    }

    /// <summary>Ends the brief, the reveal or the board, which nobody has to wait for here.</summary>
    /// <param name="heading">What the screen shows now.</param>
    public async Task SkipAsync(Regex heading)
    {
        await Expect(Heading).ToHaveTextAsync(heading);
        await Button("Skip").ClickAsync();
    }

    /// <summary>The podium as the screen shows it, best first, such as "1st Ann 130".</summary>
    public async Task<string[]> ReadPlacesAsync()
    {
        // The second stands on the left.
        var steps = await page.Locator("ol.podium li").EvaluateAllAsync<string[]>("""
            steps => steps.map(step => {
              const [name, points, rank] = [...step.children].map(part => part.textContent);
              return `${rank} ${name} ${points.split(' ')[0]}`;
            })
            """);
        return steps.Length < 2 ? steps : [steps[1], steps[0], .. steps[2..]];
    }

    [GeneratedRegex("/rooms/([A-Z]{4})/stage$")]
    private static partial Regex Address();
}
