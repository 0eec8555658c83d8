using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Pages;

/// <summary>The page of the game, whose elements are found by roles and accessible names.</summary>
public sealed partial class PlayPage(IPage page)
{
    private static int _drawings;

    public ILocator Pad => page.GetByLabel("Drawing pad", new() { Exact = true });

    /// <summary>The card of the contestant that answers.</summary>
    public ILocator Card => page.GetByRole(AriaRole.Region, new() { Name = "Answer", Exact = true });

    public ILocator SurpriseMe => page.GetByRole(AriaRole.Radiogroup, new() { Name = "Algorithm" })
        .GetByRole(AriaRole.Radio, new() { Name = "Surprise me", Exact = true });

    /// <summary>On a narrow screen, the face that opens the sheet with all contestants.</summary>
    public ILocator WhoGuesses => page.GetByRole(AriaRole.Button, new() { NameRegex = AnyGuesser() });

    /// <summary>The guess at a drawing that is not finished.</summary>
    public ILocator LiveGuess => Card.GetByText(LiveGuessText());

    /// <summary>A live guess that names this digit, also below what lies over the page.</summary>
    public ILocator Sees(int digit) => page.Locator(".thought").GetByText($"a {digit}");

    /// <summary>Waits until live guesses need no server.</summary>
    public Task WaitUntilGuessesHereAsync() => page.WaitForFunctionAsync("() => document.querySelector('live-guess').value !== ''");

    /// <summary>The bars of the live guess that the browser has made itself, in ten-thousandths.</summary>
    public async Task<int[]> ReadLiveBarsAsync() => await page.Locator(".bars .column").EvaluateAllAsync<int[]>(
        "bars => bars.map(bar => Math.round(1e4 * Number(bar.style.getPropertyValue('--live'))))");

    public ILocator Answer => page.GetByText(MostLikelyAnswer());

    public ILocator YouDrew => page.GetByRole(AriaRole.Img, new() { Name = "You drew" });

    public ILocator Saved => page.GetByRole(AriaRole.Status).GetByText("Saved", new() { Exact = true });

    public ILocator Trouble => page.GetByRole(AriaRole.Alert);

    public ILocator Score => page.GetByText(Tally());

    public ILocator WhichDigit => page.GetByRole(AriaRole.Group, new() { Name = "Which digit was it?" });

    /// <summary>A button of "Which digit was it?".</summary>
    public ILocator Digit(int digit) => WhichDigit.GetByRole(AriaRole.Button, new() { Name = $"{digit}", Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task OpenAsync()
    {
        await page.GotoAsync("/");
        await WaitUntilReadyAsync();
    }

    public Task WaitUntilReadyAsync() => Expect(Pad).ToHaveAttributeAsync("aria-busy", "false");

    /// <summary>Draws with the mouse, stroke by stroke.</summary>
    /// <param name="drawing">A drawing on a pad of 100 by 100.</param>
    public async Task DrawAsync(Drawing drawing)
    {
        foreach (var stroke in (await OnPadAsync(drawing)).Strokes)
            await page.Mouse.StrokeAsync(stroke);
    }

    /// <summary>
    /// Converts a drawing on a pad of 100 by 100 to the page's pixels, each a few pixels from the one before: the same points again would
    /// not count. The image stays the same. There are 529 places, more than all journeys together have drawings.
    /// </summary>
    public async Task<Drawing> OnPadAsync(Drawing drawing)
    {
        var box = (await Pad.BoundingBoxAsync())!;
        var number = Interlocked.Increment(ref _drawings);
        var (x, y) = (box.X + number % 23 - 11, box.Y + number / 23 % 23 - 11);
        return drawing.Map(spot => new(x + spot.X / 100 * box.Width, y + spot.Y / 100 * box.Height));
    }

    /// <summary>
    /// Waits until the game has received the drawing, which is when its live guess appears. Where the browser guesses itself, the game
    /// has received at least the first stroke, and gets the others with the next press on a button.
    /// </summary>
    public Task WaitUntilReceivedAsync() => Expect(LiveGuess).ToBeVisibleAsync();

    /// <summary>Waits until the game has received the drawing, has it guessed, and returns the digit.</summary>
    public async Task<int> GuessAsync()
    {
        await WaitUntilReceivedAsync();
        await Button("Guess").ClickAsync();
        return await ReadAnswerAsync();
    }

    /// <summary>Reads the digit of the answer.</summary>
    public async Task<int> ReadAnswerAsync()
    {
        await Expect(Answer).ToBeVisibleAsync();
        await Expect(YouDrew).ToBeVisibleAsync();
        return int.Parse(MostLikelyAnswer().Match(await Answer.InnerTextAsync()).Groups[1].ValueSpan);
    }

    /// <summary>Reads the 784 pixels of "You drew".</summary>
    public Task<int[]> ReadImageAsync() => YouDrew.EvaluateAsync<int[]>("""
        async image => {
          await image.decode();
          const canvas = new OffscreenCanvas(28, 28).getContext('2d');
          canvas.drawImage(image, 0, 0);
          return Array.from(canvas.getImageData(0, 0, 28, 28).data).filter((_, i) => i % 4 === 0);
        }
        """);

    public async Task MarkRightAsync()
    {
        await Button("Right").ClickAsync();
        await Expect(Saved).ToBeVisibleAsync();
    }

    public async Task MarkWrongAsync(int meant)
    {
        await Button("Wrong").ClickAsync();
        await Digit(meant).ClickAsync();
        await Expect(Saved).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"Most likely answer: (\d) \(\d{1,3}\.\d\d %\)")]
    private static partial Regex MostLikelyAnswer();

    [GeneratedRegex(@"I see an? \d|Maybe an? \d|no, an? \d")]
    private static partial Regex LiveGuessText();

    [GeneratedRegex(@"^Who guesses\?")]
    private static partial Regex AnyGuesser();

    [GeneratedRegex(@"\d+ drawn, \d+ recognised")]
    private static partial Regex Tally();
}
