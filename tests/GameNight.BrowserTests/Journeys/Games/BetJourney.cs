using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>A new guest for each drawing, and a bet on who it is.</summary>
public sealed class BetJourney(SharedGame shared) : Journey(shared)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Surprise_UntilTheHostSetsAMode_TakesABetThatBlocksNothing(bool phone) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        if (phone)
        {
            await play.WhoGuesses.TapAsync();
            await play.SurpriseMe.TapAsync();
        }
        else
        {
            await play.SurpriseMe.CheckAsync(new() { Force = true });
        }

        await Expect(play.Card).ToContainTextAsync("Mystery guest");
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await Expect(play.Card).ToContainTextAsync("Mystery guest");
        var suspects = page.GetByRole(AriaRole.Group, new() { Name = "Who is it?" }).GetByRole(AriaRole.Button);
        await Expect(suspects).Not.ToHaveCountAsync(0);
        // The check scrolls; on the phone nothing may.
        if (!phone)
            await page.ExpectAccessibleAsync("a bet");
        await Expect(play.Button("Right")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(suspects.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await suspects.First.ClickAsync();
        await Expect(page.GetByText(new Regex("^(You spotted it: 1 of 1|Not .+: .+ Spotted 0 of 1)\\.$"))).ToBeVisibleAsync();
        await Expect(play.Card).ToContainTextAsync("It was ");
        if (!phone)
            await page.ExpectAccessibleAsync("a bet that is settled");
        if (phone)
            Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
        await play.MarkRightAsync();

        await play.Button("Next").ClickAsync();
        await play.DrawAsync(Digits.Four);
        await play.GuessAsync();
        await Expect(suspects).Not.ToHaveCountAsync(0);
        await play.MarkRightAsync();
        await Expect(play.Card).ToContainTextAsync("It was ");
        await Expect(suspects).ToHaveCountAsync(0);
    }, Still(phone ? Screens.Phone() : Screens.Desktop()));

    /// <summary>Without movement: colours are judged when they have arrived.</summary>
    private static BrowserNewContextOptions Still(BrowserNewContextOptions screen)
    {
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
