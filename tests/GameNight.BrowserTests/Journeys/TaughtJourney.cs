using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class TaughtJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Answers_ToBarLikeSevens_TeachYourOwnWhatTheOthersMisread() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Your own" }).CheckAsync(new() { Force = true });
        var celebrated = page.GetByText("You taught me that!");
        for (var drawing = 0; drawing < 4; drawing++)
        {
            await play.DrawAsync(BarLikeSeven(drawing));
            await play.GuessAsync();
            await play.Button("It was a 7").ClickAsync();
            await Expect(play.Saved).ToBeVisibleAsync();
            // What it learned is told when it has learned it: the next drawing can rely on that.
            await Expect(page.GetByText(drawing == 0 ? "I know 1 drawing of yours" : $"I know {drawing + 1} drawings of yours"))
                .ToBeVisibleAsync();
        }

        await Expect(celebrated).ToBeVisibleAsync();
        await Expect(celebrated).ToContainTextAsync("the other", new() { IgnoreCase = true });
        await page.ExpectAccessibleAsync("a 7 that only Your own can read");

        var charts = new ChartsPage(page);
        await charts.OpenLabAsync();
        var own = charts.Region("Your own and the network");
        await Expect(own).ToContainTextAsync("In 4 drawings of yours, Your own made");
        await Expect(own).ToContainTextAsync("and the network 4");
    });

    /// <summary>A stem with a short bar, a little different each time. The others take it for a 1.</summary>
    private static Drawing BarLikeSeven(int number) => new(
        [[new(43 - number % 2, 18 + number), new(50, 17), new(50 - number / 2.0, 50), new(48, 84 - number)]]);
}
