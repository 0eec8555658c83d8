using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Retraining.Review;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Review;

/// <summary>A decision is several writes, between which the process may end.</summary>
public sealed class ReviewDecisionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _store = new();
    private readonly SqliteDocumentStore _documents;
    private readonly ReviewDecisions _decisions;

    public ReviewDecisionsTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _decisions = new ReviewDecisions(_documents, _store, TimeProvider.System);
    }

    [Fact]
    public async Task DropAndTakeBack_ADoubtedLabel_SetsItAsideAndRestoresIt()
    {
        var play = await StoreDoubtedAsync();
        await _decisions.DropAsync(play.Id, default);
        Assert.True((await _store.FindAsync(play.Id, default))!.Excluded);
        Assert.Empty(await _decisions.ReadSuspectsAsync(10, default));
        await _decisions.TakeBackAsync(play, default);
        ObservationBuilder.AssertEqual(play, await _store.FindAsync(play.Id, default));
        Assert.Single(await _decisions.ReadSuspectsAsync(10, default));
    }

    [Fact]
    public async Task ReadVerdicts_AnotherProcessDoubtsAndDecides_SeesEachAndReadsNoMoreThanThat()
    {
        var play = await StoreDoubtedAsync();
        var documents = new InterceptedDocumentStore(_documents);
        var here = new ReviewDecisions(documents, _store, TimeProvider.System);
        Assert.Equal([play.Id], (await here.ReadVerdictsAsync(default)).Doubted.Keys);
        await _decisions.KeepAsync(play.Id, play.Label!.Digit, default);
        var verdicts = await here.ReadVerdictsAsync(default);
        Assert.Empty(verdicts.Doubted);
        Assert.Equal([play.Id], verdicts.Confirmed.Keys);
        await _decisions.TakeBackAsync(play, default);
        Assert.Equal([play.Id], (await here.ReadVerdictsAsync(default)).Doubted.Keys);

        var calls = new List<string>();
        documents.Before = calls.Add;
        await here.ReadVerdictsAsync(default);
        Assert.Equal(["FindAsync"], calls);
    }

    [Fact]
    public async Task Drop_CrashedHalfway_IsAskedOnceMoreAndCanBeDecidedEitherWay()
    {
        var play = await StoreDoubtedAsync();
        var documents = new InterceptedDocumentStore(_documents);
        var killed = new ReviewDecisions(documents, _store, TimeProvider.System);
        documents.Kill();
        await Assert.ThrowsAsync<StoreException>(() => killed.DropAsync(play.Id, default));
        Assert.Single(await _decisions.ReadSuspectsAsync(10, default));
        await _decisions.KeepAsync(play.Id, 4, default);
        var kept = await _store.FindAsync(play.Id, default);
        Assert.Equal((4, false), (kept!.Label!.Digit, kept.Excluded));
    }

    [Fact]
    public async Task TakeBack_CrashedHalfway_IsAskedOnceMore()
    {
        var play = await StoreDoubtedAsync();
        await _decisions.DropAsync(play.Id, default);
        _store.Failure = new StoreException("The store is unavailable.");
        await Assert.ThrowsAsync<StoreException>(() => _decisions.TakeBackAsync(play, default));
        _store.Failure = null;
        Assert.True(Assert.Single(await _decisions.ReadSuspectsAsync(10, default)).Observation.Excluded);
        await _decisions.KeepAsync(play.Id, 9, default);
        ObservationBuilder.AssertEqual(play, await _store.FindAsync(play.Id, default));
    }

    public void Dispose()
    {
        _documents.Dispose();
        _folder.Dispose();
    }

    private async Task<Observation> StoreDoubtedAsync()
    {
        var play = ObservationBuilder.Of() with { Label = ObservationBuilder.Label(9) };
        await _store.AppendAsync(play, default);
        await _decisions.WriteSuspectsAsync([new DoubtedLabel(play.Id, 9, 4, 0.01, LabelReview.Contradiction)], default);
        return play;
    }
}
