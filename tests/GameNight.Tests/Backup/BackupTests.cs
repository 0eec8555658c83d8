using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Tests.Observations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Backup;

/// <summary>What was backed up comes back as it was, while the game goes on.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Fact]
    public async Task Restore_AfterAllIsLost_ExportsWhatWasThereByteForByte()
    {
        await _folder.PlayAsync("ann");
        var (csv, jsonl) = (await _folder.ExportAsync(ExportFormat.Csv), await _folder.ExportAsync(ExportFormat.Jsonl));
        await _folder.BackUpAsync();
        _folder.Wipe();

        await _folder.RestoreAsync();

        Assert.NotEmpty(csv);
        Assert.Equal(csv, await _folder.ExportAsync(ExportFormat.Csv));
        Assert.Equal(jsonl, await _folder.ExportAsync(ExportFormat.Jsonl));
    }

    [Fact]
    public async Task BackUp_OfAnEmptyFolder_SaysSoAndWritesNothing()
    {
        var error = await Assert.ThrowsAsync<IOException>(_folder.BackUpAsync);
        Assert.Contains("--GameNight:DataFolder", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File));
    }

    [Fact]
    public async Task Restore_OfABackupWhilePlaysCameIn_HasThoseUpToOneMoment()
    {
        await _folder.PlayAsync("ann", 20);
        var before = await _folder.ExportAsync(ExportFormat.Jsonl);
        await using var stores = ObservationsFeature.Open(_folder.Options);
        var store = stores.GetRequiredService<IObservationStore>();
        using var ended = new CancellationTokenSource();
        var playing = Task.Run(async () =>
        {
            for (var i = 0; !ended.IsCancellationRequested; i++)
                await store.AppendAsync(ObservationBuilder.Of(i % 200) with { Label = ObservationBuilder.Label(i % 10) }, default);
        });
        await Eventually.TrueAsync(async () => (await _folder.ExportAsync(ExportFormat.Jsonl)).Length > before.Length);
        var atLeast = await _folder.ExportAsync(ExportFormat.Jsonl);

        await _folder.BackUpAsync();

        await ended.CancelAsync();
        await playing;
        var atMost = await _folder.ExportAsync(ExportFormat.Jsonl);
        await stores.DisposeAsync();
        _folder.Wipe();
        await _folder.RestoreAsync();
        var restored = await _folder.ExportAsync(ExportFormat.Jsonl);
        Assert.InRange(restored.Length, atLeast.Length, atMost.Length);
        Assert.Equal(atMost[..restored.Length], restored);
        Assert.Equal((byte)'\n', restored[^1]);
    }

    [Fact]
    public async Task Restore_KeysVersionsLogAndTuning_AreAsTheyWere()
    {
        _folder.Write("keys/key-1.xml", "<key/>");
        _folder.Write("models/.log/activations.jsonl", "{}\n{}\n");
        _folder.Write("models/app-trees/7/model.onnx", "model");
        _folder.Write("models/app-trees/7/manifest.json", "{}");
        _folder.Write("tuning/app-trees.json", "{}");
        var before = BackupFolder.Content(_folder.Data);
        _folder.Write("models/.incoming/half", "a version that is being written");
        _folder.Write("scoreboard.db", "counted anew");
        await _folder.BackUpAsync();
        _folder.Wipe();

        await _folder.RestoreAsync();

        Assert.Equal(before, BackupFolder.Content(_folder.Data).Where(file => file.Name != "observations.db"));
    }

    [Fact]
    public async Task Restore_LogWhoseLastLineIsCut_HasTheWholeLines()
    {
        _folder.Write("models/.log/activations.jsonl", "{}\n{}\n{\"num");
        await _folder.BackUpAsync();
        _folder.Wipe();

        await _folder.RestoreAsync();

        Assert.Equal("{}\n{}\n", await File.ReadAllTextAsync(Path.Combine(_folder.Data, "models", ".log", "activations.jsonl")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"number\":1}\n")]
    public async Task Restore_LogOfAnEarlierBuild_IsAsItWas(string lines)
    {
        for (var number = 1; number <= 12; number++)
            _folder.Write($"models/.log/{number:D8}.json", $"{{\"number\":{number}}}");
        if (lines.Length > 0)
            _folder.Write("models/.log/activations.jsonl", lines);
        var before = BackupFolder.Content(_folder.Data);
        await _folder.BackUpAsync();
        _folder.Wipe();

        await _folder.RestoreAsync();

        Assert.Equal(before, BackupFolder.Content(_folder.Data).Where(file => file.Name != "observations.db"));
    }

    [Fact]
    public async Task Backup_OnAMachineOfSeveralPeople_IsReadableByItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await _folder.PlayAsync("ann");
        await _folder.BackUpAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.File)!, "backup*"));
    }

    public void Dispose() => _folder.Dispose();
}
