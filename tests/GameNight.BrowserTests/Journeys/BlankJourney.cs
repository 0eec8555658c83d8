using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class BlankJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Guess_OnAnEmptyPad_AsksForADrawingAndStoresNothing() => VisitAsync(async page =>
    {
        using var program = new GameClient(Game.Address!);
        var before = (await program.StatisticsAsync()).GetRawText();
        var play = new PlayPage(page);
        await play.OpenAsync();

        await play.Button("Guess").ClickAsync();
        await Expect(play.Trouble).ToHaveTextAsync("Draw something first");
        await play.DrawAsync(Digits.Four);
        await Expect(play.Trouble).ToHaveCountAsync(0);
        await play.Button("Undo").ClickAsync();
        await play.Button("Undo").ClickAsync();
        await play.Button("Guess").ClickAsync();
        await Expect(play.Trouble).ToHaveTextAsync("Draw something first");
        await play.DrawAsync(Digits.Seven);
        await play.Button("Clear").ClickAsync();
        await play.Button("Guess").ClickAsync();
        await Expect(play.Trouble).ToHaveTextAsync("Draw something first");

        await Expect(play.Answer).ToHaveCountAsync(0);
        Assert.Equal(before, (await program.StatisticsAsync()).GetRawText());
    });
}
