using GameNight.Observations.DynamoDb;
using GameNight.Storage.DynamoDb;

namespace GameNight.Tests.Observations.DynamoDb;

public sealed class DynamoDbLogTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Read_AcrossPartitions_ReturnsEverySlot(int limit)
    {
        var ids = Enumerable.Range(0, 23).Select(i => $"id {i}").ToList();
        using var one = Open();
        foreach (var id in ids)
            await one.ClaimAsync(id, null, default);
        Assert.Equal(24, await Open().ClaimAsync("by another", null, default));
        Assert.Equal(25, await one.ClaimAsync("after it", null, default));

        var read = new List<string>();
        var slots = await Open().ReadAsync(0, limit, default);
        for (; slots is [.., var last]; slots = await Open().ReadAsync(last.Number, limit, default))
            read.AddRange(slots.Select(slot => slot.Observation));
        Assert.Equal([.. ids, "by another", "after it"], read);
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_LeavesNoGap()
    {
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(game => Task.Run(async () =>
        {
            var (log, slots) = (Open(), new List<long>());
            for (var i = 0; i < 12; i++)
                slots.Add(await log.ClaimAsync($"{game}-{i}", null, default));
            return slots;
        })));
        Assert.All(claimed, own => Assert.Equal(own.Order(), own));
        Assert.Equal(Enumerable.Range(1, 96).Select(slot => (long)slot), claimed.SelectMany(own => own).Order());
    }

    [Fact]
    public async Task Claim_ChangesOfAnotherGamesObservation_GetSlotsOfTheirOwn()
    {
        using var one = Open();
        using var other = Open();
        await other.ClaimAsync("before", null, default);
        await one.ClaimAsync("it", null, default);
        // The other log still has the first slot as the last one that it knows.
        Assert.Equal(3, await other.ClaimAsync("it", "marked", default));
        for (var i = 4; i < 14; i++)
            Assert.Equal(i, await (i % 2 == 0 ? one : other).ClaimAsync("it", $"change {i}", default));
        var slots = await Open().ReadAsync(0, 100, default);
        Assert.Equal([null, null, "marked", .. Enumerable.Range(4, 10).Select(i => $"change {i}")], slots.Select(slot => slot.Change));
    }

    private DynamoDbLog Open() => new(DynamoDbServer.Open(_options), partitionSize: 5);
}
