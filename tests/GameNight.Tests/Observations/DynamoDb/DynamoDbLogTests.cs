using GameNight.Observations.DynamoDb;
using GameNight.Storage.DynamoDb;

namespace GameNight.Tests.Observations.DynamoDb;

public sealed class DynamoDbLogTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private const int PageSize = 5;

    private readonly DynamoDbOptions _options = server.NewOptions();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Read_AcrossPartitions_ReturnsEverySlot(int limit)
    {
        var ids = Ids(25);
        var one = Open();
        foreach (var id in ids.Take(23))
            await one.ClaimAsync(id, isChange: false, default);
        Assert.Equal(24, await Open().ClaimAsync(ids[23], isChange: false, default));
        Assert.Equal(25, await one.ClaimAsync(ids[24], isChange: false, default));
        Assert.Equal(ids, (await ReadAllAsync(limit)).Select(slot => slot.Observation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Read_CursorInTheMiddleOfAPage_GoesOnBehindIt(int limit)
    {
        var ids = Ids(23);
        var log = Open();
        await Task.WhenAll(ids.Select(id => log.ClaimAsync(id, isChange: false, default)));
        for (var after = 0; after <= ids.Count + 7; after++)
        {
            var slots = await Open().ReadAsync(after, limit, default);
            Assert.Equal(ids.Skip(after).Take(limit), slots.Select(slot => slot.Observation));
            Assert.Equal(Enumerable.Range(after + 1, slots.Count).Select(number => (long)number), slots.Select(slot => slot.Number));
        }
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_LeavesNoGap()
    {
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var (log, slots) = (Open(), new List<long>());
            for (var i = 0; i < 6; i++)
                slots.AddRange(await Task.WhenAll(Ids(1 + (i % 3)).Select(id => log.ClaimAsync(id, isChange: false, default))));
            return slots;
        })));
        Assert.All(claimed, own => Assert.Equal(own.Order(), own));
        Assert.Equal(Enumerable.Range(1, 96).Select(slot => (long)slot), claimed.SelectMany(own => own).Order());
        Assert.Equal(96, (await ReadAllAsync(7)).Select(slot => slot.Observation).Distinct().Count());
    }

    [Fact]
    public async Task Claim_WhileTwoGamesRaceAndOneReads_ReadsEachOnceInOneOrder()
    {
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var (log, read) = (Open(), new List<LogSlot>());
            while (true)
            {
                var isLast = done.IsCancellationRequested;
                var slots = await log.ReadAsync(read.Count, 3, default);
                read.AddRange(slots);
                if (isLast && slots.Count == 0)
                    return read;
            }
        });
        var (one, other) = (Open(), Open());
        var claimed = await Task.WhenAll(Ids(200).Select(async (id, i) =>
        {
            await Task.Delay(i / 4);
            return (Id: id, Slot: await (i % 2 == 0 ? one : other).ClaimAsync(id, isChange: false, default));
        }));
        await done.CancelAsync();
        Assert.Equal(claimed.OrderBy(claim => claim.Slot).Select(claim => claim.Id), (await reading).Select(slot => slot.Observation));
    }

    [Fact]
    public async Task Claim_ManyAtOnceInOneGame_TakesFewWritesAndKeepsTheirOrder()
    {
        using var client = new DisturbedDynamoDb(_options);
        var log = new DynamoDbLog(client.Open());
        var claimed = await Task.WhenAll(Ids(120).Select(id => log.ClaimAsync(id, isChange: false, default)));
        Assert.Equal(Enumerable.Range(1, 120).Select(slot => (long)slot), claimed);
        // The first one alone, the rest of its page, and two pages.
        Assert.Equal(4, client.Writes);
    }

    [Fact]
    public async Task Claim_ChangesOfAnotherGamesObservation_GetSlotsOfTheirOwn()
    {
        var (one, other, id) = (Open(), Open(), Guid.NewGuid());
        await other.ClaimAsync(Guid.NewGuid(), isChange: false, default);
        await one.ClaimAsync(id, isChange: false, default);
        // The other log still has the first slot as the last one that it knows.
        for (var i = 3; i < 14; i++)
            Assert.Equal(i, await (i % 2 == 0 ? one : other).ClaimAsync(id, isChange: true, default));
        var slots = await Open().ReadAsync(0, 100, default);
        Assert.Equal([false, false, .. Enumerable.Repeat(true, 11)], slots.Select(slot => slot.IsChange));
    }

    [Fact]
    public async Task Claim_AnswersLostAndSentAgain_ClaimsEachOnce()
    {
        await Open().ReadAsync(0, 1, default);
        using var losing = new DisturbedDynamoDb(_options) { LosesAnswers = true };
        var (log, ids) = (new DynamoDbLog(losing.Open(), 2 * PageSize, PageSize), Ids(33));
        for (var i = 0; i < ids.Count; i += 3)
            await Task.WhenAll(ids.Skip(i).Take(3).Select(id => log.ClaimAsync(id, isChange: false, default)));
        Assert.Equal(ids, (await ReadAllAsync(100)).Select(slot => slot.Observation));
    }

    [Fact]
    public async Task Claim_TableMadeAnewByAnother_BeginsAnew()
    {
        var one = Open();
        await Task.WhenAll(Ids(17).Select(id => one.ClaimAsync(id, isChange: false, default)));
        using var client = _options.Connect();
        await client.DeleteTableAsync(_options.TableName);
        Assert.Equal(1, await Open().ClaimAsync(Guid.NewGuid(), isChange: false, default));
        Assert.Equal(2, await one.ClaimAsync(Guid.NewGuid(), isChange: false, default));
        Assert.Equal(2, (await ReadAllAsync(100)).Count);
    }

    /// <param name="old">How many slots the earlier build has claimed, each with an item of its own.</param>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(22)]
    public async Task Read_LogThatAnEarlierBuildBegan_ReturnsEverySlot(int old)
    {
        var ids = Ids(old + 14);
        var table = DynamoDbServer.Open(_options);
        for (var i = 0; i < old; i++)
        {
            var item = DynamoDbTable.Key($"log#{(i + 1) / (2 * PageSize):D8}", $"{i + 1:D12}");
            item["id"] = new(ids[i].ToString());
            if (i % 3 == 2)
                item["change"] = new($"{Guid.NewGuid()}");
            Assert.True(await table.TryPutAsync("failed", item, default));
        }

        Assert.Equal($"{ids[0]}", await Open().FindNameAsync(default));
        var (one, other) = (Open(), Open());
        foreach (var (i, id) in ids.Skip(old).Index())
            Assert.Equal(old + 1 + i, await (i % 3 == 0 ? one : other).ClaimAsync(id, isChange: false, default));
        foreach (var limit in (int[])[1, 2, 7, 100])
        {
            var read = await ReadAllAsync(limit);
            Assert.Equal(ids, read.Select(slot => slot.Observation));
            Assert.Equal(ids.Select((_, i) => i < old && i % 3 == 2), read.Select(slot => slot.IsChange));
        }

        for (var after = 0; after < ids.Count; after++)
            Assert.Equal(ids.Skip(after).Take(4), (await Open().ReadAsync(after, 4, default)).Select(slot => slot.Observation));
    }

    [Fact]
    public async Task Claim_Item_IsNoneThatAnEarlierBuildTakesForASingleSlot()
    {
        var id = Guid.NewGuid();
        await Open().ClaimAsync(id, isChange: false, default);
        var item = await DynamoDbServer.Open(_options).FindAsync("failed", DynamoDbTable.Key("log#00000000", "000000000001"), default);
        // It would claim the slot after the item's first one. Without an id it fails instead, and its plays wait until it is updated.
        Assert.DoesNotContain("id", item!.Keys);
    }

    private static List<Guid> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

    private async Task<List<LogSlot>> ReadAllAsync(int limit)
    {
        var read = new List<LogSlot>();
        while (await Open().ReadAsync(read.Count, limit, default) is { Count: > 0 } slots)
            read.AddRange(slots);
        Assert.Equal(Enumerable.Range(1, read.Count).Select(number => (long)number), read.Select(slot => slot.Number));
        return read;
    }

    private DynamoDbLog Open() => new(DynamoDbServer.Open(_options), 2 * PageSize, PageSize);
}
