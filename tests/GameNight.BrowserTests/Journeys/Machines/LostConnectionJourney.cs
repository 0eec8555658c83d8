using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Journeys.Machines;

public sealed class LostConnectionJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Drawing_GameKilledUnderThePen_IsThereAgainAndCanBeSaved()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, page => InterruptedRound.PlayAsync(page, game));
    }
}
