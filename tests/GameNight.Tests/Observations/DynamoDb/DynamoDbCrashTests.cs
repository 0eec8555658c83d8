using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>The store after a process has ended between two writes, and with a table that was replaced or is of an older build.</summary>
public sealed class DynamoDbCrashTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    /// <param name="write">The write before which the process ends. 2: the claim of a slot; 3: the slot in the item.</param>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Append_CrashedHalfway_IsCompletedByTheRetry(int write)
    {
        var plays = Enumerable.Range(0, 3).Select(ObservationBuilder.Of).ToList();
        var store = Open();
        await store.AppendAsync(plays[0], default);
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = write })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).AppendAsync(plays[1], default));
        await store.AppendAsync(plays[2], default);
        Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(plays[1], default));
        Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(plays[1], default));

        foreach (var limit in new[] { 1, 2, 100 })
            Assert.Equal(plays.Select(play => play.Id).Order(), (await store.ReadIdsAsync(limit)).Order());
    }

    [Fact]
    public async Task Read_AppendCrashedBeforeItsSlotWasSet_SetsItAndTheRetryAddsNothing()
    {
        var play = ObservationBuilder.Of();
        var store = Open();
        await store.AppendAsync(ObservationBuilder.Of(), default);
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = 3 })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).AppendAsync(play, default));
        var before = await store.ReadAsync(null, 100, default);
        Assert.Equal(play.Id, before.Items[1].Id);

        Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(play, default));
        await store.AppendAsync(ObservationBuilder.Of(), default);
        Assert.DoesNotContain(play.Id, (await store.ReadAsync(before.Next, 100, default)).Items.Select(item => item.Id));
        Assert.Equal(3, (await store.ReadIdsAsync(100)).Count);
    }

    /// <param name="write">
    /// The write before which the process ends. 2: the count of the labelled; 3: the claim of a slot; 4: the slot in the item.
    /// </param>
    /// <param name="isRepeated">Whether the label is set again; else all observations are read.</param>
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task Label_CrashedHalfway_IsAmongTheChangesAfterTheRetryOrARead(int write, bool isRepeated)
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = write })
        {
            await Assert.ThrowsAsync<ProcessDiedException>(
                () => new DynamoDbObservationStore(dying.Open()).LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        }

        var meanwhile = await store.ReadChangesAsync(null, 100, default);
        Assert.Equal(plays.Select(play => play.Id).Order(), meanwhile.Items.Select(play => play.Id).Order());
        if (isRepeated)
            Assert.Equal(LabelOutcome.Unchanged, await store.LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        else
            await store.ReadIdsAsync(2);
        await AssertChangedAsync(store, plays, end, plays[0] with { Label = ObservationBuilder.Label(4) });
    }

    /// <param name="write">The write before which the process ends. 2: the claim of a slot; 3: the slot in the item.</param>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Exclude_CrashedHalfway_IsAmongTheChangesAfterTheRetry(int write)
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = write })
        {
            await Assert.ThrowsAsync<ProcessDiedException>(
                () => new DynamoDbObservationStore(dying.Open()).ExcludeAsync(plays[0].Id, true, default));
        }

        Assert.True(await store.ExcludeAsync(plays[0].Id, true, default));
        await AssertChangedAsync(store, plays, end, plays[0] with { Excluded = true });
    }

    [Fact]
    public async Task Exclude_AfterALabelThatCrashed_IsOneChangeWithBoth()
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = 4 })
        {
            await Assert.ThrowsAsync<ProcessDiedException>(
                () => new DynamoDbObservationStore(dying.Open()).LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        }

        await store.ExcludeAsync(plays[0].Id, true, default);
        await AssertChangedAsync(store, plays, end, plays[0] with { Label = ObservationBuilder.Label(4), Excluded = true });
    }

    [Fact]
    public async Task ReadChanges_AppendCrashedThenLabelled_HasTheObservationOnce()
    {
        var (store, plays, end) = await BeginAsync();
        var play = ObservationBuilder.Of();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = 2 })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).AppendAsync(play, default));
        await store.LabelAsync(play.Id, ObservationBuilder.Label(4), default);
        Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(play, default));
        await AssertChangedAsync(store, [.. plays, play], end, play with { Label = ObservationBuilder.Label(4) });
        Assert.Equal([.. plays.Select(play => play.Id), play.Id], await store.ReadIdsAsync(2));
    }

    [Fact]
    public async Task ReadChanges_TableReplaced_RefusesTheCursorOfTheOldTable()
    {
        var (_, plays, end) = await BeginAsync();
        using var client = _options.Connect();
        await client.DeleteTableAsync(_options.TableName);
        await Assert.ThrowsAsync<ArgumentException>(() => Open().ReadChangesAsync(end, 10, default));
        foreach (var play in plays)
            await Open().AppendAsync(play, default);
        await Assert.ThrowsAsync<ArgumentException>(() => Open().ReadChangesAsync(end, 10, default));
        Assert.Equal(plays.Count, (await Open().ReadChangedAsync(null, 10)).Count);
    }

    [Fact]
    public async Task ReadChanges_TableOfAnOlderBuild_IsReadToItsEnd()
    {
        var (_, plays, _) = await BeginAsync();
        // It gave each slot an item of its own, and the log no name.
        var table = DynamoDbServer.Open(_options);
        await table.DeleteAsync("failed", DynamoDbTable.Key("log#00000000", "000000000001"), default);
        foreach (var (i, play) in plays.Index())
        {
            var item = DynamoDbTable.Key("log#00000000", $"{i + 1:D12}");
            item["id"] = new(play.Id.ToString());
            await table.TryPutAsync("failed", item, default);
        }

        var store = Open();
        var page = await store.ReadChangesAsync(null, 2, default);
        await store.LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default);
        Assert.Equal(
            [.. plays.Skip(2).Select(play => play.Id), plays[0].Id],
            (await Open().ReadChangedAsync(page.Next, 2)).Select(play => play.Id));
        // A cursor that ReadAsync gave out before there were changes in the log.
        Assert.Equal([plays[2].Id], (await Open().ReadAsync("2", 10, default)).Items.Select(play => play.Id));
    }

    /// <summary>Appends three observations, and reads the changes to their end.</summary>
    private async Task<(DynamoDbObservationStore Store, List<Observation> Plays, string? End)> BeginAsync()
    {
        var (store, plays) = (Open(), Enumerable.Range(0, 3).Select(ObservationBuilder.Of).ToList());
        foreach (var play in plays)
            await store.AppendAsync(play, default);
        return (store, plays, (await store.ReadChangesAsync(null, 100, default)).Next);
    }

    /// <summary>Asserts that a reader from a cursor gets only the change, and a reader from the start each observation once.</summary>
    private static async Task AssertChangedAsync(DynamoDbObservationStore store, List<Observation> plays, string? end, Observation changed)
    {
        ObservationBuilder.AssertEqual(changed, Assert.Single(await store.ReadChangedAsync(end, 1)));
        var all = await store.ReadChangedAsync(null, 2);
        Assert.Equal([.. plays.Select(play => play.Id).Where(id => id != changed.Id), changed.Id], all.Select(play => play.Id));
        ObservationBuilder.AssertEqual(changed, all[^1]);
    }

    private DynamoDbObservationStore Open() => new(DynamoDbServer.Open(_options));
}
