using System.Diagnostics;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>A goal of the game: a newcomer with a phone has fooled a machine, or been read, before the joke is old.</summary>
public sealed class FirstLaughJourney(SharedGame shared) : Journey(shared)
{
    private const int MostTaps = 3;

    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(20);

    [BrowserFact]
    public Task Newcomer_OnAPhone_SeesTheFirstRevealInThreeTapsAndTwentySeconds() => VisitAsync(async page =>
    {
        var taps = 0;
        var opened = Stopwatch.GetTimestamp();
        await page.GotoAsync("/");
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Fool the machines", Exact = true }));
        var fool = new FoolPage(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("that people read and machines don’t");
        var pad = new PlayPage(page);
        await pad.WaitUntilReadyAsync();
        await page.TouchAsync(await pad.OnPadAsync(Digits.Seven));
        await TapAsync(pad.Button("Guess"));
        await Expect(fool.Result).ToBeInViewportAsync(new() { Ratio = 1 });
        var took = Stopwatch.GetElapsedTime(opened);
        Assert.InRange(taps, 1, MostTaps);
        Assert.True(took <= Goal, $"The first reveal came after {took.TotalSeconds:0.0} s.");
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));

        async Task TapAsync(ILocator control)
        {
            taps++;
            await control.TapAsync();
        }
    }, Screens.Phone());
}
