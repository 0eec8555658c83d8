using System.CommandLine;
using GameNight.Commands;
using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Backup;

/// <summary>A data folder that is backed up and restored by the commands, as a person would.</summary>
internal sealed class BackupFolder : IDisposable
{
    // Before any request to delete, whatever the machine's clock says.
    private static readonly DateTimeOffset Past = new(2025, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public BackupFolder(params string[] settings) => Settings = settings;

    public string[] Settings { get; }

    public string Data => Path.Combine(_folder.Path, "data");

    public string File => Path.Combine(_folder.Path, "backup.zip");

    /// <summary>The table in place of the database file; null for the file.</summary>
    public DynamoDbOptions? Table { get; init; }

    public StoreOptions Options => new(Data, Table);

    /// <summary>Records plays; every other one is labelled.</summary>
    public async Task PlayAsync(string player, int count = 4)
    {
        await using var stores = ObservationsFeature.Open(Options);
        var store = stores.GetRequiredService<IObservationStore>();
        for (var i = 0; i < count; i++)
        {
            var label = i % 2 == 0 ? ObservationBuilder.Label(i % 10, player) with { Time = Past } : null;
            await store.AppendAsync(ObservationBuilder.Of(i) with { Time = Past.AddSeconds(i), Player = player, Label = label }, default);
        }
    }

    /// <summary>Has a player judge every drawing.</summary>
    public async Task VoteAsync(string player)
    {
        await using var stores = ObservationsFeature.Open(Options);
        var store = stores.GetRequiredService<IObservationStore>();
        foreach (var play in (await store.ReadAsync(null, 100, default)).Items)
            await store.VoteAsync(play.Id, ObservationBuilder.Vote(player, 4) with { Time = Past }, default);
    }

    public async Task<IReadOnlyList<string>> VotersAsync()
    {
        await using var stores = ObservationsFeature.Open(Options);
        var page = await stores.GetRequiredService<IObservationStore>().ReadAsync(null, 100, default);
        return [.. page.Items.SelectMany(play => play.Votes).Select(vote => vote.Player).Distinct()];
    }

    public async Task<byte[]> ExportAsync(ExportFormat format)
    {
        await using var stores = ObservationsFeature.Open(Options);
        using var output = new MemoryStream();
        await ObservationExport.WriteAsync(stores.GetRequiredService<IObservationStore>(), format, output, progress: null, default);
        return output.ToArray();
    }

    public async Task<IReadOnlyList<string>> PlayersAsync()
    {
        await using var stores = ObservationsFeature.Open(Options);
        var page = await stores.GetRequiredService<IObservationStore>().ReadAsync(null, 100, default);
        return [.. page.Items.Select(play => play.Player).Distinct()];
    }

    public Task BackUpAsync() => RunAsync(BackupCommand.Create(), File);

    public Task RestoreAsync(params string[] options) => RunAsync(RestoreCommand.Create(), [File, .. options]);

    public Task ForgetAsync(string player) => RunAsync(ForgetCommand.Create(), player);

    public void Wipe() => Directory.Delete(Data, recursive: true);

    public void Write(string name, string content)
    {
        var path = Path.Combine(Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
    }

    /// <summary>Every file below a folder with its content, but those that only say that somebody uses the folder.</summary>
    public static IReadOnlyList<(string Name, string Content)> Content(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file), Convert.ToHexString(System.IO.File.ReadAllBytes(file)))),
    ];

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(Command command, params string[] arguments)
    {
        var exit = await command.Parse([.. arguments, $"--GameNight:DataFolder={Data}", .. Settings])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Assert.Equal(0, exit);
    }
}
