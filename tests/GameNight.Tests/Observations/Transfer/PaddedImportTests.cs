using System.Text.Json;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.Transfer;

/// <summary>Lines that are mostly white space fill no memory by the thousand: they are stored in smaller batches.</summary>
public sealed class PaddedImportTests
{
    [Fact]
    public async Task Run_LongLines_StoresEveryOneInItsOrder()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "padded.jsonl");
        Observation[] plays = [.. Enumerable.Range(0, 12).Select(ObservationBuilder.Of)];
        await File.WriteAllLinesAsync(
            file, plays.Select(play => JsonSerializer.Serialize(play, ObservationJson.Options) + new string(' ', 3 << 20)));
        var store = new MemoryObservationStore();
        Assert.Equivalent(new ImportedObservations(12, 0, 0, []), await ObservationImport.RunAsync(file, store, default));
        Assert.Equal(plays.Select(play => play.Id), (await store.ReadAsync(null, 20, default)).Items.Select(play => play.Id));
    }
}
