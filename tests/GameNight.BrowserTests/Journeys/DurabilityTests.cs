using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Journeys;

public sealed class DurabilityTests
{
    /// <summary>Two games at a time, because a game that starts mostly waits.</summary>
    private const int Games = 2;

    private const int Lives = 25;

    [Fact]
    public Task Mark_GameKilledAsSoonAsItAnswered_IsKeptEachOfFiftyTimes() =>
        Task.WhenAll(Enumerable.Range(0, Games).Select(_ => Task.Run(KillAfterEachMarkAsync)));

    private static async Task KillAfterEachMarkAsync()
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
        var digits = (await reader.StatisticsAsync()).GetProperty("algorithms")[0].GetProperty("digits").EnumerateArray().Select(digit => digit.GetProperty("n").GetInt32());
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, Lives).Count(life => life % 10 == digit)), digits);
    }

    [Fact]
    public async Task Play_DatabaseAwayAndGameKilledMeanwhile_ArrivesOnce()
    {
        await using var database = new DatabaseProcess();
        await database.StartAsync();
        await using var game = new GameProcess();
        game.Settings.AddRange(["--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl={database.Address}"]);
        (game.Environment["AWS_ACCESS_KEY_ID"], game.Environment["AWS_SECRET_ACCESS_KEY"]) = ("any", "any");
        await game.StartAsync();
        using var player = new GameClient(game.Address!);
        var answered = await PlayAsync(player, 10);

        await database.StopAsync();
        answered.AddRange(await PlayAsync(player, 30));
        await game.KillAsync();
        await game.StartAsync();
        answered.AddRange(await PlayAsync(player, 10));
        while (await player.BacklogAsync() < 40)
            await Task.Delay(50);
        await database.StartAsync();
        while (await player.BacklogAsync() > 0)
            await Task.Delay(50);

        // Each is there: it can be marked. And there are no others.
        foreach (var id in answered)
            await player.MarkAsync(id, 1);
        Assert.Equal(answered.Count, await player.ObservationsAsync());
        Assert.Equal(answered.Count, await player.LabelledAsync());
    }

    /// <returns>The ids that the game answered with.</returns>
    private static async Task<List<string>> PlayAsync(GameClient player, int plays)
    {
        var answered = new List<string>();
        for (var i = 0; i < plays; i++)
            answered.Add(await player.ObserveAsync(Digits.Of(i % 10)));
        return answered;
    }
}
