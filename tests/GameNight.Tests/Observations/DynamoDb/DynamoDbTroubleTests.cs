using Amazon.DynamoDBv2;
using GameNight.Drawing.Strokes;
using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>The store with lost answers, several games at one table, limits, and an unavailable database.</summary>
public sealed class DynamoDbTroubleTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    [Fact]
    public async Task EveryWrite_AnswerLostAndSentAgain_HasTheSameOutcome()
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
        var changes = await store.ReadChangedAsync(null, 3);
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
        ObservationBuilder.AssertEqual(
            play with { Label = ObservationBuilder.Label(7) }, Assert.Single((await store.ReadAsync(null, 10, default)).Items));
    }

    [Fact]
    public async Task WriteDocument_AnswerLostAndSentAgain_Succeeds()
    {
        var documents = new DynamoDbDocumentStore(await LosingAnswersAsync());
        Assert.True(await documents.TryWriteAsync("leases", "trainer", [1], 0, default));
        Assert.True(await documents.TryWriteAsync("leases", "trainer", [2], 1, default));
        Assert.False(await documents.TryWriteAsync("leases", "trainer", [3], 1, default));
        Assert.Equal(2, (await documents.FindAsync("leases", "trainer", default))!.Revision);
    }

    [Fact]
    public async Task Append_ByEightGamesWhileOneReads_StoresEachObservationOnce()
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
        try
        {
            // Each game has a store of its own, creates the table if it is the first, and appends a part of what its neighbour appends.
            await Task.WhenAll(plays.Select((own, game) => Task.Run(async () =>
            {
                var store = Open();
                foreach (var play in own.Concat(plays[(game + 1) % plays.Count].Take(10)))
                    Assert.NotEqual(AppendOutcome.Conflict, await store.AppendAsync(play, default));
            })));
        }
        finally
        {
            await done.CancelAsync();
        }

        Assert.Equal(plays.SelectMany(own => own).Select(play => play.Id).Order(), (await reading).Order());
        Assert.Equal(8 * Each, (await Open().ReadIdsAsync(1000)).Count);
    }

    [Fact]
    public async Task Append_LargerThanAnItem_FailsForGood()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, Ink.MaxPoints)
            .Select(_ => new[] { random.NextDouble() * 1000, random.NextDouble() * 1000, random.NextDouble() * 1000 });
        var player = new byte[20_000];
        random.NextBytes(player);
        var play = ObservationBuilder.Of() with { Ink = Ink.FromStrokes([[.. points]]), Player = Convert.ToBase64String(player) };
        var refused = await Assert.ThrowsAsync<StoreException>(() => Open().AppendAsync(play, default));
        Assert.True(refused.IsFinal);
        Assert.Contains("the database keeps at most", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MoreThanOneAnswerHolds_ReturnsAll()
    {
        var random = new Random(1);
        var plays = Enumerable.Range(0, 50).Select(i =>
        {
            var player = new byte[380_000];
            random.NextBytes(player);
            return ObservationBuilder.Of(i) with { Player = Convert.ToHexString(player) };
        }).ToList();
        var store = Open();
        foreach (var play in plays)
            await store.AppendAsync(play, default);
        // An answer has at most 16 MB; it names the keys that are left.
        Assert.Equal(plays.Select(play => play.Id), await store.ReadIdsAsync(100));
    }

    [Fact]
    public async Task EveryCall_NoDatabase_FailsWithItsAddress()
    {
        var options = _options with { ServiceUrl = new Uri("http://127.0.0.1:1") };
        var store = new DynamoDbObservationStore(DynamoDbServer.Open(options));
        var documents = new DynamoDbDocumentStore(DynamoDbServer.Open(options));
        Func<Task>[] calls =
        [
            () =>
                store.AppendAsync(ObservationBuilder.Of(), default), () => store.FindAsync(Guid.NewGuid(), default), () => store.LabelAsync(
                    Guid.NewGuid(), ObservationBuilder.Label(1), default),
            () => store.ReadAsync(null, 10, default), () => store.CountLabelledAsync(default), () => documents.FindAsync(
                "runs", "a", default),
        ];
        var failures = await Task.WhenAll(calls.Select(Assert.ThrowsAsync<StoreException>));
        Assert.StartsWith(
            "The drawings could not be saved: the database at http://127.0.0.1:1 does not answer.",
            failures[0].Message,
            StringComparison.Ordinal);
        Assert.All(failures, failure => Assert.False(failure.IsFinal));
        Assert.All(failures, failure => Assert.Contains("does not answer", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_CancelledByTheCaller_IsCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var reading = new DynamoDbObservationStore(DynamoDbServer.Open(_options with { ServiceUrl = new Uri("http://127.0.0.1:1") }))
            .ReadAsync(null, 10, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>A table, created beforehand, whose answers to writes are lost.</summary>
    private async Task<DynamoDbTable> LosingAnswersAsync()
    {
        await Open().CountLabelledAsync(default);
        return new DisturbedDynamoDb(_options) { LosesAnswers = true }.Open();
    }

    private DynamoDbObservationStore Open() => new(DynamoDbServer.Open(_options));
}
