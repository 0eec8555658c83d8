using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rounds;

public sealed class FoldJourney(SharedGame shared) : Journey(shared)
{
    // The last three are windows of 1280 × 800, 1280 × 665 and 1920 × 1080, enlarged to 200 %.
    public static TheoryData<int, int> Sizes => new()
    {
        { 360, 640 }, { 375, 553 }, { 390, 664 }, { 390, 844 }, { 820, 1180 }, { 1280, 665 },
        { 1366, 625 }, { 1440, 720 }, { 1920, 1080 }, { 640, 400 }, { 640, 332 }, { 960, 540 },
    };

    [BrowserTheory]
    [MemberData(nameof(Sizes))]
    public Task Round_OnAnyScreen_HasAllThatItNeedsAboveTheFold(int width, int height) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await ExpectInViewAsync(page, play.Pad, play.Button("Undo"), play.Button("Clear"), play.Button("Guess"));
        await play.DrawAsync(Digits.Seven);
        await play.WaitUntilReceivedAsync();
        await ExpectInViewAsync(page, play.Pad, play.Button("Undo"), play.Button("Clear"), play.Button("Guess"), play.LiveGuess);
        var guess = await PlaceAsync(play.Button("Guess"));

        await PressAsync(play.Button("Guess"));
        await ExpectInViewAsync(page, play.Answer, play.YouDrew, play.Button("Right"), play.Button("Wrong"));
        var (right, wrong) = (await PlaceAsync(play.Button("Right")), await PlaceAsync(play.Button("Wrong")));
        Assert.Equal(guess, (right.Left, right.Top, wrong.Right, wrong.Bottom));
        Assert.Equal((right.Top, right.Bottom), (wrong.Top, wrong.Bottom));

        await PressAsync(play.Button("Wrong"));
        await Expect(play.WhichDigit).ToBeVisibleAsync();
        await ExpectInViewAsync(page, [.. await play.WhichDigit.GetByRole(AriaRole.Button).AllAsync()]);
        Assert.Empty(await page.FindSmallTargetsAsync());
        await PressAsync(play.Digit(1));
        await ExpectInViewAsync(page, play.Saved, play.Button("Next"));
        Assert.Equal(guess, await PlaceAsync(play.Button("Next")));

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.FindSmallTargetsAsync());
        await PressAsync(play.Button("Next"));
        await Expect(play.Pad).ToBeFocusedAsync();
        await Expect(play.Button("Guess")).ToBeVisibleAsync();
        await Expect(play.Answer).ToHaveCountAsync(0);
    }, Screen(width, height));

    [BrowserTheory]
    [MemberData(nameof(Sizes))]
    public Task Sprint_OnAnyScreen_HasAllThatItNeedsAboveTheFold(int width, int height) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        var sprint = new SprintPage(page);
        await sprint.OpenAsync();
        var asked = await sprint.ReadAskedAsync();
        await ExpectInViewAsync(page, play.Pad, sprint.Heading, sprint.Time, sprint.Reader, play.Button("Skip"), play.Button("Guess"));
        var guess = await PlaceAsync(play.Button("Guess"));
        await play.DrawAsync(Digits.Of(asked));
        await sprint.ExpectNextAsync(asked);
        await ExpectInViewAsync(page, play.Pad, sprint.Heading, sprint.Time, sprint.Points, play.Button("Skip"), play.Button("Guess"));
        Assert.Equal(guess, await PlaceAsync(play.Button("Guess")));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.FindSmallTargetsAsync());
    }, Screen(width, height));

    [BrowserTheory]
    [MemberData(nameof(Sizes))]
    public Task Fool_OnAnyScreen_HasAllThatItNeedsAboveTheFold(int width, int height) => VisitAsync(async page =>
    {
        await DrawForTheJuryAsync();
        var play = new PlayPage(page);
        var fool = new FoolPage(page);
        await fool.OpenAsync();
        await fool.ReadAskedAsync();
        await ExpectInViewAsync(page, fool.Heading, play.Pad, play.Button("Undo"), play.Button("Clear"), play.Button("Guess"));
        var guess = await PlaceAsync(play.Button("Guess"));
        await fool.DrawAndGuessAsync(Digits.Of(3));
        await ExpectInViewAsync(page, [fool.Heading, play.Pad, play.Button("Next"), fool.Result, .. await fool.Cards.AllAsync()]);
        Assert.Equal(guess, await PlaceAsync(play.Button("Next")));
        Assert.Empty(await page.FindSmallTargetsAsync());

        await PressAsync(play.Button("Next"));
        await Expect(fool.Jury).ToBeVisibleAsync();
        await ExpectInViewAsync(page, [fool.Question, fool.Exhibit, .. await fool.Jury.GetByRole(AriaRole.Button).AllAsync()]);
        Assert.Empty(await page.FindSmallTargetsAsync());
        await PressAsync(fool.Jury.GetByRole(AriaRole.Button, new() { Name = "Not a digit", Exact = true }));
        await Expect(fool.News).ToBeVisibleAsync();
        await ExpectInViewAsync(page, fool.Heading, play.Pad, play.Button("Guess"), fool.News);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }, Screen(width, height));

    /// <summary>Somebody else draws to fool, so that there is something to judge.</summary>
    private Task DrawForTheJuryAsync() => VisitAsync(async page =>
    {
        var drawer = new FoolPage(page);
        await drawer.OpenAsync();
        await drawer.ReadAskedAsync();
        await drawer.DrawAndGuessAsync(FoolPage.Odd);
        await Expect(drawer.Points).ToContainTextAsync("waiting");
    });

    private static BrowserNewContextOptions Screen(int width, int height) => new()
    {
        ViewportSize = new() { Width = width, Height = height },
        ReducedMotion = ReducedMotion.Reduce,
    };

    private static async Task ExpectInViewAsync(IPage page, params ILocator[] parts)
    {
        foreach (var part in parts)
            await Expect(part).ToBeInViewportAsync(new() { Ratio = 0.99f });
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
    }

    /// <summary>Presses a button once it takes clicks: Playwright scrolls while it waits for that.</summary>
    private static async Task PressAsync(ILocator button)
    {
        await button.EvaluateAsync(
            "button => Promise.all(button.parentElement.getAnimations({ subtree: true }).map(animation => animation.finished))");
        await button.ClickAsync();
    }

    private static async Task<(int Left, int Top, int Right, int Bottom)> PlaceAsync(ILocator button)
    {
        var box = (await button.BoundingBoxAsync())!;
        return (Round(box.X), Round(box.Y), Round(box.X + box.Width), Round(box.Y + box.Height));

        static int Round(float pixels) => (int)MathF.Round(pixels);
    }
}
