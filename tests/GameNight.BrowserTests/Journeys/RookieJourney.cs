using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

[Collection(LearningGroup.Name)]
public sealed class RookieJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Answers_OfTwoPlayers_TeachARookieWhoseCurveRisesOnAThirdScreen()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, watcher => VisitAsync(game, ann => VisitAsync(game, async bob =>
        {
            await new ChartsPage(watcher).OpenTonightAsync();
            var curve = new ChartsPage(watcher).Region("The rookie learns");
            await Expect(curve).ToContainTextAsync("It begins with nothing");
            await watcher.EvaluateAsync("window.stayed = true");

            foreach (var player in (IPage[])[ann, bob])
            {
                await new PlayPage(player).OpenAsync();
                await player.GetByRole(AriaRole.Radio, new() { Name = "The rookie" }).CheckAsync(new() { Force = true });
            }

            await Expect(ann.GetByText("I know nothing yet").First).ToBeVisibleAsync();
            for (var round = 0; round < 15; round++)
            {
                await AnswerAsync(ann, round % 5, round);
                await AnswerAsync(bob, 5 + round % 5, round);
            }

            await Expect(curve).ToContainTextAsync("mistakes in its first 10 drawings");
            var steps = curve.GetByRole(AriaRole.Row, new() { IncludeHidden = true });
            await Expect(steps).ToHaveCountAsync(4);
            Assert.True(await RightAsync(steps.Nth(3)) > await RightAsync(steps.Nth(1)));
            Assert.True(await watcher.EvaluateAsync<bool>("window.stayed === true"));
            await watcher.ExpectAccessibleAsync("the rookie's curve");
        })));
    }

    /// <summary>Draws a digit, a little larger each time, and answers by its bar, whatever the guess.</summary>
    private static async Task AnswerAsync(IPage player, int digit, int round)
    {
        var play = new PlayPage(player);
        await play.DrawAsync(Digits.Of(digit).Map(spot => new(spot.X * (1 + round / 100.0), spot.Y)));
        await play.GuessAsync();
        await play.Button(digit == 8 ? "It was an 8" : $"It was a {digit}").ClickAsync();
        await Expect(play.Saved).ToBeVisibleAsync();
    }

    /// <summary>The share of right guesses in a row of the table, as for a program.</summary>
    private static async Task<double> RightAsync(ILocator row)
    {
        var values = await row.GetByRole(AriaRole.Cell, new() { IncludeHidden = true }).First.GetAttributeAsync("data-values");
        return double.Parse(values!.Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
