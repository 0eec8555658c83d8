using GameNight.Observations;
using GameNight.Play;
using GameNight.Tests.Observations;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play;

public sealed class PlayKeeperTests : IDisposable
{
    private readonly Table _table = Table.With();
    private readonly MemoryObservationStore _store = new();
    private readonly PlayKeeper _keeper;

    public PlayKeeperTests() => _keeper = new PlayKeeper(new Game(_table.Contestants, _store, TimeProvider.System), NullLogger<PlayKeeper>.Instance);

    [Fact]
    public async Task Record_StoreFails_KeepsThePlayForTheNextTime()
    {
        var (first, second) = (Plays.Of(1), Plays.Of(2));
        _store.Failure = new ObservationStoreException("Gone.", new IOException());
        Assert.False(await _keeper.RecordAsync(first));
        Assert.False(await _keeper.MarkAsync(first, 4));
        Assert.Equal(1, _keeper.Unsaved);

        _store.Failure = null;
        Assert.True(await _keeper.RecordAsync(second));
        Assert.Equal(0, _keeper.Unsaved);
        Assert.Equal([4, null], (await StoredAsync()).Select(play => play.Label?.Digit));
    }

    [Fact]
    public async Task Mark_WhileTheRecordIsUnderWay_ComesAfterIt()
    {
        var play = Plays.Of();
        var record = _keeper.RecordAsync(play);
        var mark = _keeper.MarkAsync(play, 9);
        Assert.True(await record && await mark);
        Assert.Equal(9, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Mark_CorrectedWhileUnsaved_SavesTheLastWord()
    {
        var play = Plays.Of();
        await _keeper.RecordAsync(play);
        _store.Failure = new ObservationStoreException("Gone.", new IOException());
        await _keeper.MarkAsync(play, 1);
        _store.Failure = null;
        Assert.True(await _keeper.MarkAsync(play, 7));
        Assert.Equal(7, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    public void Dispose() => _table.Dispose();

    private async Task<IReadOnlyList<Observation>> StoredAsync() => (await _store.ReadAsync(null, 10, CancellationToken.None)).Items;
}
