using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Journeys.Machines;

/// <summary>A machine behind a balancer goes away: then the same address is another one, with the same table.</summary>
public sealed class OtherMachineJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Drawing_MachineGoneUnderThePen_GoesOnAtAnotherAsTheSamePlayer()
    {
        await using var database = new DatabaseProcess();
        await database.StartAsync();
        await using var game = new GameProcess();
        game.Use(database);
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            await InterruptedRound.PlayAsync(page, game, $"--GameNight:DataFolder={Path.Combine(game.Folder, "another machine")}");
            Assert.Equal(2, await page.EvaluateAsync<int>("fetch('/api/players/me').then(me => me.json()).then(me => me.observations)"));
        });
    }
}
