using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;

namespace GameNight.BrowserTests.Journeys;

public sealed class MouseJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Digits_DrawnByMouse_AreGuessedLabelledAndCounted() => VisitAsync(async page =>
    {
        using var program = new GameClient(Game.Address!);
        var stored = await program.ObservationsAsync();
        var labelled = await program.LabelledAsync();
        var play = new PlayPage(page);
        await play.OpenAsync();

        foreach (var stroke in (await play.OnPadAsync(Digits.Four)).Strokes)
        {
            await page.Mouse.StrokeAsync(stroke);
            await play.WaitUntilReceivedAsync();
        }

        var guess = await play.GuessAsync();
        await play.MarkWrongAsync((guess + 1) % 10);

        await play.DrawAsync(Digits.Seven);
        Assert.Equal(7, await play.GuessAsync());
        await play.MarkRightAsync();

        Assert.Equal(stored + 2, await program.ObservationsAsync());
        Assert.Equal(labelled + 2, await program.LabelledAsync());
        var charts = new ChartsPage(page);
        await charts.OpenAsync();
        var (correct, marked) = await charts.ReadAsync(await program.NameAsync("mnist-cnn"));
        Assert.Equal(labelled + 2, marked);
        Assert.InRange(correct, 1, marked - 1);
    });
}
