using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

public sealed class InvitationJourney(SharedGame shared) : Journey(shared)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Newcomer_AfterThreeDrawings_IsInvitedOnceAndNothingMoves(bool phone) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        var invitation = page.GetByText("Three down.");
        await play.OpenAsync();
        await AnswerAsync(play, 2);
        await Expect(invitation).ToHaveCountAsync(0);
        var before = await PlacesAsync(play);
        await AnswerAsync(play, 1);
        await Expect(invitation).ToBeVisibleAsync();
        Assert.Equal(before, await PlacesAsync(play));
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
        await page.ExpectAccessibleAsync("an invitation");
        await Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "fool the machines", Exact = true }))
            .ToHaveAttributeAsync("href", "fool");
        await play.Button("No, thanks").ClickAsync();
        await Expect(invitation).ToHaveCountAsync(0);

        await page.EvaluateAsync("sessionStorage.clear()");
        await page.ReloadAsync();
        await play.WaitUntilReadyAsync();
        await AnswerAsync(play, 3);
        await Expect(invitation).ToHaveCountAsync(0);
    }, phone ? Still(Screens.Phone()) : Still(Screens.Desktop()));

    private static async Task AnswerAsync(PlayPage play, int drawings)
    {
        for (var drawing = 0; drawing < drawings; drawing++)
        {
            await play.DrawAsync(Digits.Seven);
            await play.GuessAsync();
            await play.MarkRightAsync();
        }
    }

    /// <summary>Where the parts of a round are.</summary>
    private static async Task<string[]> PlacesAsync(PlayPage play)
    {
        var places = new List<string>();
        foreach (var part in (ILocator[])[play.Pad, play.Button("Next"), play.Answer, play.YouDrew, play.Saved])
        {
            var box = (await part.BoundingBoxAsync())!;
            places.Add($"{box.X:0},{box.Y:0},{box.Width:0},{box.Height:0}");
        }

        return [.. places];
    }

    /// <summary>Without movement: places are compared when they are reached.</summary>
    private static BrowserNewContextOptions Still(BrowserNewContextOptions screen)
    {
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
