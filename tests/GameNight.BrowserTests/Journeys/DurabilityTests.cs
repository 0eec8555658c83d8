using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Journeys;

public sealed class DurabilityTests
{
    private const int Lives = 50;

    [Fact]
    public async Task Mark_GameKilledAsSoonAsItAnswered_IsKeptEachOfFiftyTimes()
    {
        await using var game = new GameProcess();
        for (var life = 0; life < Lives; life++)
        {
            await game.StartAsync();
            using var player = new GameClient(game.Address!);
            var id = await player.ObserveAsync(Digits.Of(life % 10));
            await player.MarkAsync(id, life % 10);
            await game.KillAsync();
        }

        await game.StartAsync();
        using var reader = new GameClient(game.Address!);
        Assert.Equal(Lives, await reader.ObservationsAsync());
        Assert.Equal(Lives, await reader.LabelledAsync());
        var digits = (await reader.StatisticsAsync()).GetProperty("algorithms")[0].GetProperty("digits").EnumerateArray();
        Assert.All(digits, digit => Assert.Equal(Lives / 10, digit.GetProperty("n").GetInt32()));
    }
}
