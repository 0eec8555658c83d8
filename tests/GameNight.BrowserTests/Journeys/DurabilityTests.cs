using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Journeys;

public sealed class DurabilityTests
{
    /// <summary>Games that run at the same time, because a starting game mostly waits.</summary>
    private const int Games = 2;

    private const int Kills = 25;

    [Fact]
    public Task Label_GameKilledAfterItsAnswer_IsStoredEachOfFiftyTimes() =>
        Task.WhenAll(Enumerable.Range(0, Games).Select(_ => Task.Run(KillAfterEachLabelAsync)));

    private static async Task KillAfterEachLabelAsync()
    {
        await using var game = new GameProcess();
        for (var kill = 0; kill < Kills; kill++)
        {
            await game.StartAsync();
            using var player = new GameClient(game.Address!);
            var id = await player.ObserveAsync(Digits.Of(kill % 10));
            await player.MarkAsync(id, kill % 10);
            await game.KillAsync();
        }

        await game.StartAsync();
        using var reader = new GameClient(game.Address!);
        Assert.Equal(Kills, await reader.ObservationsAsync());
        Assert.Equal(Kills, await reader.LabelledAsync());
        var statistics = (await reader.StatisticsAsync()).GetProperty("algorithms")[0];
        var digits = statistics.GetProperty("digits").EnumerateArray().Select(digit => digit.GetProperty("n").GetInt32());
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, Kills).Count(kill => kill % 10 == digit)), digits);
    }

    [Fact]
    public async Task Play_DatabaseAwayAndGameKilledMeanwhile_ArrivesOnce()
    {
        await using var database = new DatabaseProcess();
        await database.StartAsync();
        await using var game = new GameProcess();
        game.Use(database);
        await game.StartAsync();
        using var player = new GameClient(game.Address!);
        var answered = await PlayAsync(player, 10);
        await Eventually.TrueAsync(async () => await player.BacklogAsync() == 0);

        await database.StopAsync();
        answered.AddRange(await PlayAsync(player, 30));
        await game.KillAsync();
        await game.StartAsync();
        answered.AddRange(await PlayAsync(player, 10));
        await Eventually.TrueAsync(async () => await player.BacklogAsync() == 40);
        await database.StartAsync();
        await Eventually.TrueAsync(async () => await player.BacklogAsync() == 0);

        // Every answered play is stored, so that it can be labelled, and there are no others.
        foreach (var id in answered)
            await player.MarkAsync(id, 1);
        Assert.Equal(answered.Count, await player.ObservationsAsync());
        Assert.Equal(answered.Count, await player.LabelledAsync());
    }

    /// <summary>Plays, and returns the ids of the observations.</summary>
    private static async Task<List<string>> PlayAsync(GameClient player, int plays)
    {
        var answered = new List<string>();
        for (var i = 0; i < plays; i++)
            answered.Add(await player.ObserveAsync(Digits.Of(i % 10)));
        return answered;
    }
}
