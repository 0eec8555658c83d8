using GameNight.Observations.DynamoDb;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;
using Xunit.Abstractions;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>What the store consumes of the database.</summary>
public sealed class DynamoDbCostTests(DynamoDbServer server, ITestOutputHelper output) : IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    [Fact]
    public async Task Observation_Ordinary_CostsAFewUnits()
    {
        using var client = new DisturbedDynamoDb(_options);
        var store = new DynamoDbObservationStore(client.Open());
        await store.AppendAsync(ObservationBuilder.Of(), default);
        var plays = Enumerable.Range(0, 100).Select(i => ObservationBuilder.Of(i) with
        {
            Ink = ObservationBinaryFormatTests.Handwriting(100),
            Guesses = ObservationBinaryFormatTests.SevenGuesses,
            Shadows = [],
        }).ToList();
        var (cursor, reads, writes) = ((await store.ReadChangesAsync(null, 10, default)).Next, 0.0, 0.0);
        await ConsumedAsync(() => Task.CompletedTask);
        var record = await ConsumedAsync(async () =>
        {
            foreach (var play in plays)
                await store.AppendAsync(play, default);
        });
        var followed = await ConsumedAsync(async () => cursor = (await store.ReadChangesAsync(cursor, 1000, default)).Next);
        var label = await ConsumedAsync(async () =>
        {
            foreach (var play in plays)
                await store.LabelAsync(play.Id, ObservationBuilder.Label(1), default);
        });
        followed.Reads += (await ConsumedAsync(() => store.ReadChangesAsync(cursor, 1000, default))).Reads;
        var all = await ConsumedAsync(() => store.ReadIdsAsync(1000));
        output.WriteLine(
            $"{plays.Count} plays: {record.Writes} write units to record, {label.Writes} to label; "
            + $"{all.Reads} read units to read all, {followed.Reads} to follow the changes.");
        Assert.Equal((0, 0, 0), (record.Reads, label.Reads, followed.Writes));
        var units = (Record: record.Writes, Label: label.Writes, All: all.Reads, Follow: followed.Reads);
        if (DynamoDbServer.IsGiven)
            Assert.True(units is { Record: <= 900, Label: <= 1000, All: <= 104, Follow: <= 202 }, $"{units}");
        else
            Assert.Equal((900, 1000, 104, 202), units);

        async Task<(double Reads, double Writes)> ConsumedAsync(Func<Task> work)
        {
            await work();
            var consumed = (client.ReadUnits - reads, client.WriteUnits - writes);
            (reads, writes) = (client.ReadUnits, client.WriteUnits);
            return consumed;
        }
    }
}
