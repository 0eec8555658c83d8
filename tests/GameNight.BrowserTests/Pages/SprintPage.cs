using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The page of the sprint.</summary>
public sealed partial class SprintPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Time => page.GetByRole(AriaRole.Timer, new() { Name = "Time left" });

    public ILocator Reader => page.GetByRole(AriaRole.Combobox, new() { Name = "Who reads?" });

    public ILocator Points => page.GetByText(PointsText());

    /// <summary>What a sprint has brought.</summary>
    public ILocator Summary => page.GetByRole(AriaRole.Region, new() { NameRegex = PointsText() });

    public async Task OpenAsync()
    {
        await page.GotoAsync("/sprint");
        await WaitUntilReadyAsync();
    }

    public async Task WaitUntilReadyAsync()
    {
        await new PlayPage(page).WaitUntilReadyAsync();
        await Expect(Heading).ToHaveTextAsync(Asked());
    }

    /// <summary>The digit that is asked for.</summary>
    public async Task<int> ReadAskedAsync() => int.Parse(Asked().Match(await Heading.InnerTextAsync()).Groups[1].ValueSpan);

    /// <summary>Waits until another digit is asked for.</summary>
    public Task ExpectNextAsync(int asked) => Expect(Heading).Not.ToHaveTextAsync(new Regex($"^Draw an? {asked}$"));

    /// <summary>How many drawings are kept of the player.</summary>
    public Task<int> CountKeptAsync() =>
        page.EvaluateAsync<int>("fetch('/api/players/me').then(answer => answer.json()).then(me => me.observations)");

    [GeneratedRegex(@"^Draw an? (\d)$")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\d+ points?$")]
    private static partial Regex PointsText();
}
