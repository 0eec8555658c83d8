using Amazon.DynamoDBv2;
using GameNight.Drawing.Strokes;
using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>Lost answers, crashes, several games at one table, and a database that is away.</summary>
public sealed class DynamoDbTroubleTests(DynamoDbServer server, ITestOutputHelper output) : IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    [Fact]
    public async Task EveryWrite_AnswersLostAndSentAgain_AnswersAsIfNothingHadHappened()
    {
        var store = new DynamoDbObservationStore(await LosingAnswersAsync());
        foreach (var i in Enumerable.Range(0, 5))
        {
            var play = ObservationBuilder.Of(i) with { Label = i == 0 ? ObservationBuilder.Label(1) : null };
            Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.Conflict, await store.AppendAsync(play with { Player = "somebody" }, default));
            Assert.Equal(LabelOutcome.Stored, await store.LabelAsync(play.Id, ObservationBuilder.Label(7), default));
            Assert.Equal(LabelOutcome.Unchanged, await store.LabelAsync(play.Id, ObservationBuilder.Label(7), default));
        }

        Assert.Equal(5, (await store.ReadAsync(null, 100, default)).Items.Count);
        var first = (await store.ReadAsync(null, 1, default)).Items[0].Id;
        Assert.True(await store.ExcludeAsync(first, true, default));
        Assert.False(await store.ExcludeAsync(Guid.NewGuid(), true, default));
        var changes = await ReadAllChangesAsync(store, null, 3);
        Assert.Equal(5, changes.Select(play => play.Id).Distinct().Count());
        Assert.Equal(5, changes.Count);
        Assert.Equal((first, true), (changes[^1].Id, changes[^1].Excluded));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryWrite_FirstAttemptLostOrThrottled_IsSentAgainByTheClient(bool isBusy)
    {
        await Open().CountLabelledAsync(default);
        var config = _options.ToConfig();
        config.HttpClientFactory = new LossyNetwork(isBusy);
        using var table = new DynamoDbTable(new AmazonDynamoDBClient(config), _options, TimeProvider.System, NullLogger.Instance);
        var (store, play) = (new DynamoDbObservationStore(table), ObservationBuilder.Of());
        Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(play, default));
        Assert.Equal(LabelOutcome.Stored, await store.LabelAsync(play.Id, ObservationBuilder.Label(7), default));
        Assert.True(await new DynamoDbDocumentStore(table).TryWriteAsync("leases", "trainer", [1], 0, default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(7) }, Assert.Single((await store.ReadAsync(null, 10, default)).Items));
    }

    [Fact]
    public async Task Document_AnswerLostAndSentAgain_IsWon()
    {
        var documents = new DynamoDbDocumentStore(await LosingAnswersAsync());
        Assert.True(await documents.TryWriteAsync("leases", "trainer", [1], 0, default));
        Assert.True(await documents.TryWriteAsync("leases", "trainer", [2], 1, default));
        Assert.False(await documents.TryWriteAsync("leases", "trainer", [3], 1, default));
        Assert.Equal(2, (await documents.FindAsync("leases", "trainer", default))!.Revision);
    }

    /// <param name="write">2: before the slot is claimed; 3: before it is noted.</param>
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
            Assert.Equal(plays.Select(play => play.Id).Order(), (await ReadAllAsync(store, limit)).Order());
    }

    [Fact]
    public async Task Read_OfAPlayWhoseSlotIsNotNotedYet_NotesItAndTheRetryDoublesNothing()
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
        Assert.Equal(3, (await ReadAllAsync(store, 100)).Count);
    }

    /// <param name="write">2: before the labelled are counted; 3: before a slot is claimed; 4: before it is noted.</param>
    /// <param name="isRepeated">Or else all observations are read.</param>
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task Label_CrashedHalfway_IsInTheChangesOnceItIsRepeatedOrAllAreRead(int write, bool isRepeated)
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = write })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        var meanwhile = await store.ReadChangesAsync(null, 100, default);
        Assert.Equal(plays.Select(play => play.Id).Order(), meanwhile.Items.Select(play => play.Id).Order());
        if (isRepeated)
            Assert.Equal(LabelOutcome.Unchanged, await store.LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        else
            await ReadAllAsync(store, 2);
        await AssertChangedAsync(store, plays, end, plays[0] with { Label = ObservationBuilder.Label(4) });
    }

    /// <param name="write">2: before a slot is claimed; 3: before it is noted.</param>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Exclude_CrashedHalfway_IsInTheChangesOnceItIsRepeated(int write)
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = write })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).ExcludeAsync(plays[0].Id, true, default));
        Assert.True(await store.ExcludeAsync(plays[0].Id, true, default));
        await AssertChangedAsync(store, plays, end, plays[0] with { Excluded = true });
    }

    [Fact]
    public async Task Label_AfterAnotherThatCrashed_IsInTheChangesOnceWithBoth()
    {
        var (store, plays, end) = await BeginAsync();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = 4 })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default));
        await store.ExcludeAsync(plays[0].Id, true, default);
        await AssertChangedAsync(store, plays, end, plays[0] with { Label = ObservationBuilder.Label(4), Excluded = true });
    }

    [Fact]
    public async Task ReadChanges_AppendCrashedBeforeItsSlotAndMarked_ShowsItOnce()
    {
        var (store, plays, end) = await BeginAsync();
        var play = ObservationBuilder.Of();
        using (var dying = new DisturbedDynamoDb(_options) { DiesBefore = 2 })
            await Assert.ThrowsAsync<ProcessDiedException>(() => new DynamoDbObservationStore(dying.Open()).AppendAsync(play, default));
        await store.LabelAsync(play.Id, ObservationBuilder.Label(4), default);
        Assert.Equal(AppendOutcome.AlreadyStored, await store.AppendAsync(play, default));
        await AssertChangedAsync(store, [.. plays, play], end, play with { Label = ObservationBuilder.Label(4) });
        Assert.Equal([.. plays.Select(play => play.Id), play.Id], await ReadAllAsync(store, 2));
    }

    [Fact]
    public async Task ReadChanges_TableDeletedAndMadeAnew_RefusesTheCursorOfTheOneBefore()
    {
        var (_, plays, end) = await BeginAsync();
        using var client = _options.Connect();
        await client.DeleteTableAsync(_options.TableName);
        await Assert.ThrowsAsync<ArgumentException>(() => Open().ReadChangesAsync(end, 10, default));
        foreach (var play in plays)
            await Open().AppendAsync(play, default);
        await Assert.ThrowsAsync<ArgumentException>(() => Open().ReadChangesAsync(end, 10, default));
        Assert.Equal(plays.Count, (await ReadAllChangesAsync(Open(), null, 10)).Count);
    }

    [Fact]
    public async Task ReadChanges_TableOfAnOlderBuild_GoesOnFromWhatItHas()
    {
        var (_, plays, _) = await BeginAsync();
        using var client = _options.Connect();
        await client.UpdateItemAsync(new() { TableName = _options.TableName, Key = DynamoDbTable.Key("log#00000000", "000000000001"), UpdateExpression = "REMOVE #log", ExpressionAttributeNames = new() { ["#log"] = "log" } });
        var store = Open();
        var page = await store.ReadChangesAsync(null, 2, default);
        await store.LabelAsync(plays[0].Id, ObservationBuilder.Label(4), default);
        Assert.Equal([.. plays.Skip(2).Select(play => play.Id), plays[0].Id], (await ReadAllChangesAsync(Open(), page.Next, 2)).Select(play => play.Id));
        // A cursor that ReadAsync gave out before there were changes in the log.
        Assert.Equal([plays[2].Id], (await Open().ReadAsync("2", 10, default)).Items.Select(play => play.Id));
    }

    [Fact]
    public async Task Append_ByEightGamesWhileOneReads_LosesAndDoublesNothing()
    {
        const int Each = 40;
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var (seen, cursor) = (new List<Guid>(), (string?)null);
            while (true)
            {
                var last = done.IsCancellationRequested;
                var page = await Open().ReadAsync(cursor, 7, default);
                seen.AddRange(page.Items.Select(play => play.Id));
                cursor = page.Next;
                if (last && page.Items.Count == 0)
                    return seen;
            }
        });
        var plays = Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, Each).Select(ObservationBuilder.Of).ToList()).ToList();
        // Each has a store of its own, and makes the table if it is the first; and all send a part of what their neighbour sends.
        await Task.WhenAll(plays.Select((own, game) => Task.Run(async () =>
        {
            var store = Open();
            foreach (var play in own.Concat(plays[(game + 1) % plays.Count].Take(10)))
                Assert.NotEqual(AppendOutcome.Conflict, await store.AppendAsync(play, default));
        })));
        await done.CancelAsync();
        Assert.Equal(plays.SelectMany(own => own).Select(play => play.Id).Order(), (await reading).Order());
        Assert.Equal(8 * Each, (await ReadAllAsync(Open(), 1000)).Count);
    }

    [Fact]
    public async Task Append_LargerThanAnItemCanBe_IsRefusedForGood()
    {
        var random = new Random(1);
        var ink = Ink.FromStrokes([[.. Enumerable.Range(0, Ink.MaxPoints).Select(_ => new[] { random.NextDouble() * 1000, random.NextDouble() * 1000, random.NextDouble() * 1000 })]]);
        var play = ObservationBuilder.Of() with { Ink = ink, Player = Convert.ToBase64String(Enumerable.Range(0, 20_000).Select(_ => (byte)random.Next(256)).ToArray()) };
        var refused = await Assert.ThrowsAsync<StoreException>(() => Open().AppendAsync(play, default));
        Assert.True(refused.IsFinal);
        Assert.Contains("the database keeps at most", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MoreThanAnAnswerHolds_GivesAll()
    {
        var random = new Random(1);
        var plays = Enumerable.Range(0, 50).Select(i => ObservationBuilder.Of(i) with { Player = Convert.ToHexString(Enumerable.Range(0, 380_000).Select(_ => (byte)random.Next(256)).ToArray()) }).ToList();
        var store = Open();
        foreach (var play in plays)
            await store.AppendAsync(play, default);
        // An answer ends at 16 MB; the rest is named in it.
        Assert.Equal(plays.Select(play => play.Id), await ReadAllAsync(store, 100));
    }

    [Fact]
    public async Task EveryCall_NoDatabase_SaysThatItDoesNotAnswer()
    {
        var options = _options with { ServiceUrl = new Uri("http://127.0.0.1:1") };
        var store = new DynamoDbObservationStore(DynamoDbServer.Open(options));
        var documents = new DynamoDbDocumentStore(DynamoDbServer.Open(options));
        Func<Task>[] calls =
        [
            () => store.AppendAsync(ObservationBuilder.Of(), default), () => store.FindAsync(Guid.NewGuid(), default), () => store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(1), default),
            () => store.ReadAsync(null, 10, default), () => store.CountLabelledAsync(default), () => documents.FindAsync("runs", "a", default),
        ];
        var failures = await Task.WhenAll(calls.Select(Assert.ThrowsAsync<StoreException>));
        Assert.StartsWith("The drawings could not be saved: the database at http://127.0.0.1:1 does not answer.", failures[0].Message, StringComparison.Ordinal);
        Assert.All(failures, failure => Assert.False(failure.IsFinal));
        Assert.All(failures, failure => Assert.Contains("does not answer", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_CancelledByTheCaller_IsNoFailureOfTheStore()
    {
        using var cancelled = new CancellationTokenSource();
        var reading = new DynamoDbObservationStore(DynamoDbServer.Open(_options with { ServiceUrl = new Uri("http://127.0.0.1:1") })).ReadAsync(null, 10, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>The figures in README.md of the store come from here.</summary>
    [Fact]
    public async Task Play_Ordinary_CostsWhatTheReadmeSays()
    {
        using var client = new DisturbedDynamoDb(_options);
        var store = new DynamoDbObservationStore(client.Open());
        await store.AppendAsync(ObservationBuilder.Of(), default);
        var plays = Enumerable.Range(0, 100).Select(i => ObservationBuilder.Of(i) with { Ink = ObservationBinaryFormatTests.Hand(100), Guesses = ObservationBinaryFormatTests.SevenGuesses, Shadows = [] }).ToList();
        var (cursor, reads, writes) = ((await store.ReadChangesAsync(null, 10, default)).Next, 0.0, 0.0);
        await ConsumedAsync(() => Task.CompletedTask);
        var record = await ConsumedAsync(async () =>
        {
            foreach (var play in plays)
                await store.AppendAsync(play, default);
        });
        var followed = await ConsumedAsync(async () => cursor = (await store.ReadChangesAsync(cursor, 1000, default)).Next);
        var mark = await ConsumedAsync(async () =>
        {
            foreach (var play in plays)
                await store.LabelAsync(play.Id, ObservationBuilder.Label(1), default);
        });
        followed.Reads += (await ConsumedAsync(() => store.ReadChangesAsync(cursor, 1000, default))).Reads;
        var all = await ConsumedAsync(() => ReadAllAsync(store, 1000));
        output.WriteLine($"{plays.Count} plays: {record.Writes} write units to record, {mark.Writes} to mark; {all.Reads} read units to read all, {followed.Reads} to follow.");
        Assert.Equal((0, 0, 0), (record.Reads, mark.Reads, followed.Writes));
        var units = (Record: record.Writes, Mark: mark.Writes, All: all.Reads, Follow: followed.Reads);
        if (DynamoDbServer.IsGiven)
            Assert.True(units is { Record: <= 900, Mark: <= 1000, All: <= 106, Follow: <= 205 }, $"{units}");
        else
            Assert.Equal((900, 1000, 106, 205), units);

        async Task<(double Reads, double Writes)> ConsumedAsync(Func<Task> work)
        {
            await work();
            var consumed = (client.ReadUnits - reads, client.WriteUnits - writes);
            (reads, writes) = (client.ReadUnits, client.WriteUnits);
            return consumed;
        }
    }

    private static async Task<List<Guid>> ReadAllAsync(DynamoDbObservationStore store, int limit)
    {
        var (all, page) = (new List<Guid>(), await store.ReadAsync(null, limit, default));
        for (; page.Items.Count > 0; page = await store.ReadAsync(page.Next, limit, default))
            all.AddRange(page.Items.Select(play => play.Id));
        return all;
    }

    private static async Task<List<Observation>> ReadAllChangesAsync(DynamoDbObservationStore store, string? cursor, int limit)
    {
        var all = new List<Observation>();
        while (await store.ReadChangesAsync(cursor, limit, default) is var page && page.Next != cursor)
        {
            all.AddRange(page.Items);
            cursor = page.Next;
        }

        return all;
    }

    /// <summary>Three plays, and where the changes end after them.</summary>
    private async Task<(DynamoDbObservationStore Store, List<Observation> Plays, string? End)> BeginAsync()
    {
        var (store, plays) = (Open(), Enumerable.Range(0, 3).Select(ObservationBuilder.Of).ToList());
        foreach (var play in plays)
            await store.AppendAsync(play, default);
        return (store, plays, (await store.ReadChangesAsync(null, 100, default)).Next);
    }

    /// <summary>Who goes on sees the change, and who begins anew sees each observation once.</summary>
    private static async Task AssertChangedAsync(DynamoDbObservationStore store, List<Observation> plays, string? end, Observation changed)
    {
        ObservationBuilder.AssertEqual(changed, Assert.Single(await ReadAllChangesAsync(store, end, 1)));
        var all = await ReadAllChangesAsync(store, null, 2);
        Assert.Equal([.. plays.Select(play => play.Id).Where(id => id != changed.Id), changed.Id], all.Select(play => play.Id));
        ObservationBuilder.AssertEqual(changed, all[^1]);
    }

    private DynamoDbObservationStore Open() => new(DynamoDbServer.Open(_options));

    /// <summary>The table is there: to make it is not the matter.</summary>
    private async Task<DynamoDbTable> LosingAnswersAsync()
    {
        await Open().CountLabelledAsync(default);
        return new DisturbedDynamoDb(_options) { LosesAnswers = true }.Open();
    }
}
