using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Rounds;

public sealed class PendingPlaysTests : IDisposable
{
    private readonly ContestantsFixture _table = ContestantsFixture.With();
    private readonly MemoryObservationStore _store = new();
    private readonly PendingPlays _keeper;

    public PendingPlaysTests() => _keeper = Keeper(_store);

    [Fact]
    public async Task Record_StoreFails_KeepsThePlayForTheNextTime()
    {
        var (first, second) = (ObservationBuilder.Of(1), ObservationBuilder.Of(2));
        _store.Failure = new StoreException("Gone.", new IOException());
        Assert.False(await _keeper.RecordAsync(first));
        Assert.False(await _keeper.LabelAsync(first, 4));
        Assert.Equal(1, _keeper.Unsaved);

        _store.Failure = null;
        Assert.True(await _keeper.RecordAsync(second));
        Assert.Equal(0, _keeper.Unsaved);
        Assert.Equal([4, null], (await StoredAsync()).Select(play => play.Label?.Digit));
    }

    [Fact]
    public async Task Mark_WhileTheRecordIsUnderWay_ComesAfterIt()
    {
        var play = ObservationBuilder.Of();
        var slow = new PendingPlaysSlowStore(_store);
        var keeper = Keeper(slow);
        var record = keeper.RecordAsync(play);
        var mark = keeper.LabelAsync(play, 9);
        Assert.False(record.IsCompleted);
        slow.Gate.SetResult();
        Assert.True(await record && await mark);
        Assert.Equal(9, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Mark_StoreForgotThePlay_RecordsItAgain()
    {
        // Recorded elsewhere: this keeper's store has lost it, as when somebody moves the file away.
        var play = ObservationBuilder.Of();
        Assert.True(await _keeper.LabelAsync(play, 6));
        Assert.Equal((play.Id, 6), Assert.Single((await StoredAsync()).Select(stored => (stored.Id, stored.Label?.Digit))));
    }

    [Fact]
    public async Task Record_MoreThanItKeeps_GivesUpTheOldestWithoutAMark()
    {
        _store.Failure = new StoreException("Gone.", new IOException());
        var (marked, unmarked) = (ObservationBuilder.Of(1), ObservationBuilder.Of(2));
        await _keeper.RecordAsync(marked);
        await _keeper.LabelAsync(marked, 1);
        await _keeper.RecordAsync(unmarked);
        for (var i = 2; i <= PendingPlays.MaxUnsaved; i++)
            await _keeper.RecordAsync(ObservationBuilder.Of());
        Assert.Equal(PendingPlays.MaxUnsaved, _keeper.Unsaved);

        _store.Failure = null;
        Assert.True(await _keeper.LabelAsync(marked, 2));
        Assert.Equal(2, (await _store.FindAsync(marked.Id, CancellationToken.None))?.Label?.Digit);
        Assert.Null(await _store.FindAsync(unmarked.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Mark_CorrectedWhileUnsaved_SavesTheLastWord()
    {
        var play = ObservationBuilder.Of();
        await _keeper.RecordAsync(play);
        _store.Failure = new StoreException("Gone.", new IOException());
        await _keeper.LabelAsync(play, 1);
        _store.Failure = null;
        Assert.True(await _keeper.LabelAsync(play, 7));
        Assert.Equal(7, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    public void Dispose() => _table.Dispose();

    private PendingPlays Keeper(IObservationStore store) => new(_table.Game(store), NullLogger<PendingPlays>.Instance);

    private async Task<IReadOnlyList<Observation>> StoredAsync() => (await _store.ReadAsync(null, 10, CancellationToken.None)).Items;
}
