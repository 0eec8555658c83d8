using GameNight.Backup;
using GameNight.Hosting;
using GameNight.Identity.Erasure;
using GameNight.Identity.Names;
using GameNight.Observations;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.Sqlite;

namespace GameNight.Commands;

/// <summary>Deletes from an unpacked backup what players had deleted after it was made, before it takes its place.</summary>
internal static class RestoredErasures
{
    /// <param name="options">Those of the copy that the backup is for: what players asked for is in its store.</param>
    /// <param name="unpacked">The folder with the backup's parts.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    /// <exception cref="IOException">The database that the backup replaces is damaged; the message says what to do.</exception>
    /// <exception cref="StoreException">What players asked for cannot be read, or what is in the backup.</exception>
    public static async Task CarryOutAsync(GameOptions options, string unpacked, CancellationToken cancellation)
    {
        var inBackup = options with
        {
            Folders = options.Folders with { Data = unpacked },
            Store = new StoreOptions(unpacked, Table: null),
            Registry = options.Registry with { S3 = null, Folder = Path.Combine(unpacked, "models") },
        };
        await using var services = ErasureServices.Build(inBackup);
        var erasures = services.GetRequiredService<Erasures>();
        var players = await FindPlayersAsync(services.GetRequiredService<IObservationStore>(), cancellation);
        var erased = new List<string>();
        foreach (var store in Replaced(options))
        {
            erased.AddRange(await ReadReplacedAsync(store, replaced => erasures.TakeOverAsync(
                replaced.GetRequiredService<IDocumentStore>(), players, cancellation)));
        }

        foreach (var player in erased)
            await services.GetRequiredService<Nicknames>().RemoveAsync(PlayerHandle.Of(player), cancellation);
        await services.GetRequiredService<ErasureSweep>().RunAsync(expired: false, cancellation);
        File.Delete(Path.Combine(unpacked, "scoreboard.db"));
    }

    /// <summary>Reads a store that the backup is to replace.</summary>
    /// <exception cref="IOException">
    /// It's damaged, and with it what players have had deleted. Nobody but the person who restores can decide to go on without.
    /// </exception>
    /// <exception cref="StoreException">It cannot be read for another reason.</exception>
    public static async Task<T> ReadReplacedAsync<T>(StoreOptions store, Func<IServiceProvider, Task<T>> read)
    {
        await using var stores = ObservationsFeature.Open(store);
        try
        {
            return await read(stores);
        }
        catch (StoreException e) when (SqliteFailure.IsDamage(e))
        {
            var path = Path.Combine(store.DataFolder, SqliteObservationStore.FileName);
            throw new IOException(
                $"{path} is damaged, so what players have had deleted since the backup can't be read. Nothing was changed. Move "
                + $"{SqliteObservationStore.FileName} aside, with the files beside it whose names begin so, and restore again. "
                + "Then use forget for those who had everything deleted since: the backup still has them.", e);
        }
    }

    /// <summary>The store that the backup replaces, and the one that a restore left half done.</summary>
    private static IEnumerable<StoreOptions> Replaced(GameOptions options)
    {
        if (options.Store.Table is not null)
            return [options.Store];
        return from folder in (string[])[options.Folders.Data, Path.Combine(options.Folders.Data, DataFolderLock.Restoring)]
               where File.Exists(Path.Combine(folder, SqliteObservationStore.FileName))
               select new StoreOptions(folder, Table: null);
    }

    private static async Task<HashSet<string>> FindPlayersAsync(IObservationStore store, CancellationToken cancellation)
    {
        var players = new HashSet<string>();
        for (var page = await ReadAsync(null); page.Items.Count > 0; page = await ReadAsync(page.Next))
        {
            players.UnionWith(page.Items.Select(play => play.Player));
            players.UnionWith(page.Items.Select(play => play.Label?.By).OfType<string>());
            players.UnionWith(page.Items.SelectMany(play => play.Votes).Select(vote => vote.Player));
        }

        return players;

        Task<ObservationPage> ReadAsync(string? after) => store.ReadAsync(after, ObservationPage.MaxLimit, cancellation);
    }
}
