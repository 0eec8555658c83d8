using System.CommandLine;
using GameNight.Backup;
using GameNight.Hosting;
using GameNight.Observations;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;

namespace GameNight.Commands;

/// <summary><c>restore</c>: puts a backup in the place of what a copy keeps.</summary>
public static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that backup wrote." };
        var replace = new Option<bool>("--replace")
        {
            Description = "Also where there are drawings. What is in the data folder is moved aside, into a folder in it.",
        };
        var command = new Command(
            "restore",
            "Put a backup into the data folder of a game that isn't running. What players have had deleted there since stays deleted. "
            + "Takes settings as serve does.")
        {
            file, replace,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(file).FullName, parsed.GetValue(replace), GameOptions.ReadFor([.. parsed.UnmatchedTokens]),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool replace, GameOptions options, CancellationToken cancellation)
    {
        var manifest = await BackupFile.CheckAsync(file, cancellation);
        var folder = options.Folders.Data;
        using var alone = DataFolderLock.TakeAlone(folder);
        await RefuseDrawingsAsync(options.Store, replace, cancellation);
        var incoming = Path.Combine(folder, RestoredFolder.Incoming);
        OwnerFolder.Delete(incoming);
        try
        {
            await Terminal.ShowBarAsync("unpacking", Math.Max(manifest.Parts.Count, 1), async report =>
            {
                await BackupFile.UnpackAsync(file, incoming, _ => report(1), cancellation);
                return true;
            });
            await RestoredErasures.CarryOutAsync(options, incoming, cancellation);
            if (options.Store.Table is not null)
            {
                await DataFolderCopy.CopyStoreAsync(new StoreOptions(incoming, Table: null), options.Store, cancellation);
                File.Delete(Path.Combine(incoming, SqliteObservationStore.FileName));
            }

            if (RestoredFolder.Put(folder, TimeProvider.System.GetUtcNow()) is { } aside)
                Console.WriteLine($"What was there before is in {aside}; delete it when you don't need it any more.");
        }
        finally
        {
            OwnerFolder.Delete(incoming);
        }

        Console.WriteLine($"The backup of {manifest.Created:yyyy-MM-dd HH:mm} UTC is in {folder}.");
        return 0;
    }

    private static async Task RefuseDrawingsAsync(StoreOptions options, bool replace, CancellationToken cancellation)
    {
        if (options.Table is null && (replace || !File.Exists(Path.Combine(options.DataFolder, SqliteObservationStore.FileName))))
            return;
        var first = await RestoredErasures.ReadReplacedAsync(
            options, stores => stores.GetRequiredService<IObservationStore>().ReadAsync(null, 1, cancellation));
        if (first.Items.Count == 0)
            return;
        throw new IOException(options.Table is { } table
            ? $"The table {table.TableName} has drawings, and nothing was changed. Restore into another one, by its setting."
            : $"{options.DataFolder} has drawings, and nothing was changed. With --replace they're moved aside.");
    }
}
