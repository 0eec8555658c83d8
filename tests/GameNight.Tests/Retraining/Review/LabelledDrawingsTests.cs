using GameNight.Identity.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Retraining;
using GameNight.Retraining.Review;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Scoreboard;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Review;

public sealed class LabelledDrawingsTests
{
    /// <summary>One drawing, sent as often as one likes, weighs as one; and sent by others, too.</summary>
    [Fact]
    public async Task Read_TheSameDrawingAgain_LearnsFromItOnce()
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        var play = ScoredObservations.Play(3, ObservationBuilder.Evening);
        var store = new MemoryObservationStore(
        [
            play with { Id = Guid.NewGuid(), Label = null }, play,
            .. Enumerable.Range(0, 20).Select(i => play with { Id = Guid.NewGuid(), Player = $"player {i}" }),
            ScoredObservations.Play(3, play.Time),
        ]);

        var read = await LabelledDrawings.ReadAsync(store, new ReviewDecisions(documents, store, TimeProvider.System), _ => { }, default);

        Assert.Equal((22, 20, 2), (read.Labelled, read.Repeats, read.Drawings.Count));
        Assert.Equal(play.Id, read.Drawings[0].Example.Id);
        var data = TrainingData.Of(read, new ReviewResult([], []), trusted: null, DateTimeOffset.UtcNow);
        Assert.Equal(20, data.Counts.Rejected["the same drawing once more"]);
    }

    [Fact]
    public async Task Read_AfterPlayersHadDrawingsDeleted_CountsThemForTheReport()
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        var store = new MemoryObservationStore(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        await new Erasures(documents, TimeProvider.System).CountAsync(drawings: 12, labelled: 7, default);

        var read = await LabelledDrawings.ReadAsync(store, new ReviewDecisions(documents, store, TimeProvider.System), _ => { }, default);

        Assert.Equal((12, 1), (read.Deleted, read.Labelled));
        var data = TrainingData.Of(read, new ReviewResult([], []), trusted: null, DateTimeOffset.UtcNow);
        Assert.Equal(12, data.Counts.Deleted);
    }
}
