using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>
/// The store after a process has ended while many writes were under way, whose slots it claims together: some have a slot that their
/// observation does not name, others have none.
/// </summary>
public sealed class DynamoDbGroupCrashTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    private const int Many = 8;

    private readonly DynamoDbOptions _options = server.NewOptions();

    /// <param name="write">
    /// The write before which the process ends. The first eight put the observations, about three claim slots, and the others set them.
    /// </param>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(17)]
    public async Task Append_CrashedWithManyUnderWay_IsCompletedByReadersAndRetries(int write)
    {
        var store = Open();
        var first = ObservationBuilder.Of();
        await store.AppendAsync(first, default);
        var plays = Enumerable.Range(0, Many).Select(ObservationBuilder.Of).ToList();
        await CrashAsync(write, dying => plays.Select(play => dying.AppendAsync(play, default)));

        // Two readers: one that goes on from its cursor, in the middle of what was claimed together, and one that begins later.
        var (seen, page) = (new List<Guid>(), await store.ReadAsync(null, 2, default));
        seen.AddRange(page.Items.Select(play => play.Id));
        foreach (var play in plays)
            Assert.NotEqual(AppendOutcome.Conflict, await Open().AppendAsync(play, default));
        for (page = await store.ReadAsync(page.Next, 3, default); page.Items.Count > 0; page = await store.ReadAsync(page.Next, 3, default))
            seen.AddRange(page.Items.Select(play => play.Id));
        Assert.Equal(plays.Select(play => play.Id).Append(first.Id).Order(), seen.Order());
        foreach (var limit in (int[])[1, 4, 100])
            Assert.Equal(seen, await Open().ReadIdsAsync(limit));
        var changes = await Open().ReadChangedAsync(null, 3);
        Assert.Equal(seen.Order(), changes.Select(play => play.Id).Order());
    }

    /// <param name="write">
    /// The write before which the process ends. The first eight set the labels; those after them count, claim slots and set those.
    /// </param>
    /// <param name="isRepeated">Whether the labels are set again; else all observations are read.</param>
    [Theory]
    [InlineData(4, true)]
    [InlineData(9, true)]
    [InlineData(11, true)]
    [InlineData(13, true)]
    [InlineData(15, true)]
    [InlineData(18, true)]
    [InlineData(11, false)]
    [InlineData(13, false)]
    [InlineData(15, false)]
    [InlineData(18, false)]
    public async Task Label_CrashedWithManyUnderWay_IsAmongTheChanges(int write, bool isRepeated)
    {
        var store = Open();
        var plays = Enumerable.Range(0, Many).Select(ObservationBuilder.Of).ToList();
        await Task.WhenAll(plays.Select(play => store.AppendAsync(play, default)));
        var end = (await store.ReadChangesAsync(null, 100, default)).Next;
        await CrashAsync(write, dying => plays.Select(play => dying.LabelAsync(play.Id, ObservationBuilder.Label(4), default)));

        if (isRepeated)
            await Task.WhenAll(plays.Select(play => Open().LabelAsync(play.Id, ObservationBuilder.Label(4), default)));
        else
            await store.ReadIdsAsync(3);
        var labelled = (await store.ReadAsync(null, 100, default)).Items.Where(play => play.Label is not null).ToList();
        Assert.True(!isRepeated || labelled.Count == Many);
        foreach (var limit in (int[])[1, 100])
        {
            var changed = await store.ReadChangedAsync(end, limit);
            Assert.Equal(labelled.Select(play => play.Id).Order(), changed.Select(play => play.Id).Distinct().Order());
            Assert.All(changed, play => Assert.Equal(ObservationBuilder.Label(4), play.Label));
        }
    }

    /// <summary>Begins many calls of a process that ends before a write, and waits until each has ended in one way or the other.</summary>
    private async Task CrashAsync(int write, Func<DynamoDbObservationStore, IEnumerable<Task>> calls)
    {
        using var client = new DisturbedDynamoDb(_options) { DiesBefore = write };
        var begun = calls(new DynamoDbObservationStore(client.Open())).ToList();
        await Assert.ThrowsAsync<ProcessDiedException>(() => Task.WhenAll(begun));
    }

    private DynamoDbObservationStore Open() => new(DynamoDbServer.Open(_options));
}
