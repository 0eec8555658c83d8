using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.DynamoDb;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The outboxes of several games send side by side into one table.</summary>
public sealed class OutboxOrderTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private const int Players = 4;
    private const int PlaysEach = 15;

    private readonly DynamoDbOptions _options = server.NewOptions();

    [Fact]
    public async Task Drain_ManyPlayersInTwoGames_KeepsTheOrderOfEachGameAndEveryLabel()
    {
        var games = Enumerable.Range(0, 2).Select(game => Enumerable.Range(0, Players).Select(player => Enumerable.Range(0, PlaysEach)
            .Select(i => ObservationBuilder.Of(i) with { Player = $"player {player} of {game}" }).ToList()).ToList()).ToList();
        await Task.WhenAll(games.Select(async players =>
        {
            using var folder = new TemporaryFolder();
            await using var game = new OutboxFixture(folder.Path, Open());
            foreach (var play in players.SelectMany(own => own))
            {
                await game.Store.AppendAsync(play, default);
                await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(1), default);
                await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(LabelOf(play)), default);
            }

            await game.StartAsync();
            await game.DrainedAsync();
        }));

        var read = (await Open().ReadAsync(null, 1000, default)).Items;
        Assert.Equal(2 * Players * PlaysEach, read.Count);
        foreach (var (i, players) in games.Index())
        {
            Assert.Equal(
                players.SelectMany(own => own).Select(play => play.Id),
                read.Where(play => play.Player.EndsWith($"of {i}", StringComparison.Ordinal)).Select(play => play.Id));
        }

        Assert.All(read, play => Assert.Equal(LabelOf(play), play.Label?.Digit));
        Assert.Equal(read.Count, await Open().CountLabelledAsync(default));
    }

    private static int LabelOf(Observation play) => 2 + (play.Image.Pixels[0] % 8);

    private DynamoDbObservationStore Open() => new(DynamoDbServer.Open(_options));
}
