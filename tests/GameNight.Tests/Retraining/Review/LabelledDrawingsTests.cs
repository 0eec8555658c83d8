using GameNight.Identity.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Retraining;
using GameNight.Retraining.Review;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Review;

public sealed class LabelledDrawingsTests
{
    [Fact]
    public async Task Read_AfterPlayersHadDrawingsDeleted_CountsThemForTheReport()
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        var store = new MemoryObservationStore(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        await new Erasures(documents, TimeProvider.System).CountAsync(drawings: 12, labelled: 7, default);

        var read = await LabelledDrawings.ReadAsync(
            store, new ReviewDecisions(documents, store, TimeProvider.System), _ => { }, default);

        Assert.Equal((12, 1), (read.Deleted, read.Labelled));
        var data = TrainingData.Of(read, new ReviewResult([], []), trusted: null, DateTimeOffset.UtcNow);
        Assert.Equal(12, data.Counts.Deleted);
    }
}
