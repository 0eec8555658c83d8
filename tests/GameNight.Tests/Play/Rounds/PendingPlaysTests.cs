using GameNight.Configuration;
using GameNight.Identity.Erasure;
using GameNight.Limits;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Rounds;

public sealed class PendingPlaysTests : IDisposable
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();
    private readonly MemoryObservationStore _store = new();
    private readonly PendingPlays _plays;

    public PendingPlaysTests() => _plays = Create(_store);

    [Fact]
    public async Task Record_StoreFails_KeepsThePlayForTheNextTime()
    {
        var (first, second) = (ObservationBuilder.Of(1), ObservationBuilder.Of(2));
        _store.Failure = new StoreException("Gone.", new IOException());
        Assert.False(await _plays.RecordAsync(first));
        Assert.False(await _plays.LabelAsync(first, 4));
        Assert.Equal(1, _plays.Unsaved);

        _store.Failure = null;
        Assert.True(await _plays.RecordAsync(second));
        Assert.Equal(0, _plays.Unsaved);
        Assert.Equal([4, null], (await StoredAsync()).Select(play => play.Label?.Digit));
    }

    [Fact]
    public async Task Label_BeforeThePlayIsSaved_ComesAfterIt()
    {
        var play = ObservationBuilder.Of();
        var slow = new PendingPlaysSlowStore(_store);
        var plays = Create(slow);
        var record = plays.RecordAsync(play);
        var label = plays.LabelAsync(play, 9);
        Assert.False(record.IsCompleted);
        slow.Gate.SetResult();
        Assert.True(await record && await label);
        Assert.Equal(9, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Label_StoreHasLostThePlay_RecordsItAgain()
    {
        // A play that was never recorded in this store stands for one whose file was moved away.
        var play = ObservationBuilder.Of();
        Assert.True(await _plays.LabelAsync(play, 6));
        Assert.Equal((play.Id, 6), Assert.Single((await StoredAsync()).Select(stored => (stored.Id, stored.Label?.Digit))));
    }

    [Fact]
    public async Task SayNoDigit_StoreHasLostThePlay_RecordsItAgain()
    {
        var play = ObservationBuilder.Of();
        Assert.True(await _plays.SayNoDigitAsync(play));
        Assert.Null(Assert.Single(Assert.Single(await StoredAsync()).Votes).Digit);
    }

    [Fact]
    public async Task SayNoDigit_VotesCannotBeStored_KeepsNoLaterPlayWaiting()
    {
        var (scribble, later) = (ObservationBuilder.Of(1), ObservationBuilder.Of(2));
        _store.VoteFailure = new StoreException("Gone.", new IOException());
        Assert.True(await _plays.RecordAsync(scribble));
        Assert.False(await _plays.SayNoDigitAsync(scribble));
        Assert.True(await _plays.RecordAsync(later));
        Assert.True(await _plays.LabelAsync(later, 4));
        Assert.Equal(1, _plays.Unsaved);

        _store.VoteFailure = null;
        Assert.True(await _plays.RecordAsync(ObservationBuilder.Of(3)));
        Assert.Equal(0, _plays.Unsaved);
        Assert.Equal([1, 0, 0], (await StoredAsync()).Select(play => play.Votes.Count));
        Assert.Equal([null, 4, null], (await StoredAsync()).Select(play => play.Label?.Digit));
    }

    [Fact]
    public async Task Label_PlayerHasHadThePlayDeleted_SaysSoAndKeepsNobodyWaiting()
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        using var erasures = new Erasures(documents, TimeProvider.System);
        var plays = Create(new ErasureGuard(_store, erasures, new Retention(null, TimeProvider.System)));
        var play = ObservationBuilder.Of();
        Assert.True(await plays.RecordAsync(play));
        Assert.False(plays.IsErased(play.Id));
        await erasures.RequestAsync(play.Player, default);
        await _store.DeleteAsync([play.Id], default);

        Assert.True(await plays.LabelAsync(play, 3));

        Assert.True(plays.IsErased(play.Id));
        Assert.Equal(0, plays.Unsaved);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Record_MoreThanTheLimit_DropsTheOldestWithoutALabel()
    {
        _store.Failure = new StoreException("Gone.", new IOException());
        var (labelled, unlabelled) = (ObservationBuilder.Of(1), ObservationBuilder.Of(2));
        await _plays.RecordAsync(labelled);
        await _plays.LabelAsync(labelled, 1);
        await _plays.RecordAsync(unlabelled);
        for (var i = 2; i <= PendingPlays.MaxUnsaved; i++)
            await _plays.RecordAsync(ObservationBuilder.Of());
        Assert.Equal(PendingPlays.MaxUnsaved, _plays.Unsaved);

        _store.Failure = null;
        Assert.True(await _plays.LabelAsync(labelled, 2));
        Assert.Equal(2, (await _store.FindAsync(labelled.Id, CancellationToken.None))?.Label?.Digit);
        Assert.Null(await _store.FindAsync(unlabelled.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Label_CorrectedWhileUnsaved_SavesTheLastOne()
    {
        var play = ObservationBuilder.Of();
        await _plays.RecordAsync(play);
        _store.Failure = new StoreException("Gone.", new IOException());
        await _plays.LabelAsync(play, 1);
        _store.Failure = null;
        Assert.True(await _plays.LabelAsync(play, 7));
        Assert.Equal(7, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Record_MoreThanIsKept_SaysSoAndKeepsNobodyWaiting()
    {
        var plays = Create(_store, playsPerMinute: 1);
        var (kept, refused) = (ObservationBuilder.Of(), ObservationBuilder.Of());
        Assert.True(await plays.RecordAsync(kept));
        Assert.False(await plays.RecordAsync(refused));
        Assert.Contains("isn’t kept", plays.Refusal, StringComparison.Ordinal);
        // Its mark is not kept either, and that of the one before is.
        Assert.False(await plays.LabelAsync(refused, 3));
        Assert.True(await plays.LabelAsync(kept, 7));
        Assert.Equal(0, plays.Unsaved);
        Assert.Equal(kept.Id, Assert.Single(await StoredAsync()).Id);
    }

    public void Dispose() => _contestants.Dispose();

    private PendingPlays Create(IObservationStore store, int playsPerMinute = 10 * PendingPlays.MaxUnsaved)
    {
        var limits = new LimitOptions { PlaysPerMinute = playsPerMinute };
        var disk = new DiskFloor(
            new GameFolders(Path.GetTempPath(), Path.GetTempPath()), limits, TimeProvider.System, NullLogger<DiskFloor>.Instance);
        return new PendingPlays(
            _contestants.CreatePlayService(store), new Intake(new PlayQuota(limits), disk), new PageAddress(new PageConnections(limits)),
            NullLogger<PendingPlays>.Instance);
    }

    private async Task<IReadOnlyList<Observation>> StoredAsync() => (await _store.ReadAsync(null, 10, CancellationToken.None)).Items;
}
