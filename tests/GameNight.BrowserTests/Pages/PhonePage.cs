using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The page of a person in a room.</summary>
public sealed partial class PhonePage(IPage page)
{
    private readonly PlayPage _pad = new(page);

    public IPage Page => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Pad => _pad.Pad;

    public ILocator BlankPad => page.Locator("drawing-pad[data-blank]");

    /// <summary>Why nothing moves.</summary>
    public ILocator Banner => page.Locator(".banner");

    public ILocator Clock => page.GetByRole(AriaRole.Timer);

    public ILocator Digits => page.GetByRole(AriaRole.Group, new() { Name = "Which digit is this?" });

    public ILocator Exhibit => page.GetByRole(AriaRole.Img, new() { Name = "The drawing to judge" });

    /// <summary>The first three of the podium, such as "1st Ann 130".</summary>
    public ILocator Places => page.Locator("ol.places li");

    private ILocator Screen => page.Locator("room-phone .screen");

    /// <summary>What opens more time and the way out.</summary>
    public ILocator Menu => page.Locator("details.menu > summary");

    public ILocator MoreTime => page.Locator("details.menu").GetByRole(AriaRole.Button, new() { NameRegex = MoreTimeName() });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Digit(int digit) => Digits.GetByRole(AriaRole.Button, new() { Name = $"{digit}", Exact = true });

    /// <summary>Comes in by the code, as somebody does who cannot scan.</summary>
    public async Task JoinAsync(string code, string name)
    {
        await page.GotoAsync("/rooms");
        await page.GetByLabel("Room code").FillAsync(code.ToLowerInvariant());
        await Button("Join").TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/rooms/{code}$"));
        await page.GetByLabel("Your name").FillAsync(name);
        await Button("Join").TapAsync();
        await Expect(Heading).ToHaveTextAsync("You’re in!");
    }

    /// <summary>Waits until a digit is asked for, and returns it.</summary>
    public async Task<int> ReadAskedAsync()
    {
        await Expect(Heading).ToHaveTextAsync(Asked());
        await _pad.WaitUntilReadyAsync();
        return int.Parse(Asked().Match(await Heading.InnerTextAsync()).Groups[1].ValueSpan);
    }

    /// <summary>Draws with a finger what is asked for, without sending it.</summary>
    public async Task DrawAsync() => await page.TouchAsync(await _pad.OnPadAsync(BrowserTests.Digits.Of(await ReadAskedAsync())));

    /// <summary>Says the same of everything that there is to judge.</summary>
    public async Task JudgeAsync(int digit)
    {
        await Expect(Digits).ToBeVisibleAsync();
        while (await ReadJudgedAsync() is { } shown)
        {
            await Digit(digit).TapAsync();
            await ExpectNextAsync(shown);
        }
    }

    /// <summary>What is on the pad, as a picture.</summary>
    public Task<string> ReadInkAsync() => page.Locator("[data-pad=dry]").EvaluateAsync<string>("canvas => canvas.toDataURL()");

    /// <summary>Names what is shown now.</summary>
    public async Task<string> ReadShownAsync() => await Screen.GetAttributeAsync("data-key") ?? "";

    /// <summary>Names what is judged now; null where nothing is.</summary>
    public async Task<string?> ReadJudgedAsync() =>
        await Screen.GetAttributeAsync("data-key") is { } shown && shown.StartsWith("jury ", StringComparison.Ordinal) ? shown : null;

    /// <summary>Waits until what is shown has such a name.</summary>
    public Task ExpectShownAsync(string name) => Expect(Screen).ToHaveAttributeAsync("data-key", new Regex(name));

    /// <summary>Waits until something else is shown.</summary>
    public Task ExpectNextAsync(string shown) => Expect(Screen).Not.ToHaveAttributeAsync("data-key", shown);

    /// <summary>The podium as this phone shows it, such as "1st Ann 130".</summary>
    public Task<string[]> ReadPlacesAsync() =>
        Places.EvaluateAllAsync<string[]>("rows => rows.map(row => [...row.children].map(part => part.textContent).join(' '))");

    [GeneratedRegex("^More time for me")]
    private static partial Regex MoreTimeName();

    [GeneratedRegex(@"^(?:Draw|Teach your rookie) an? (\d)(?: that people can read and .+ can’t)?$")]
    private static partial Regex Asked();
}
