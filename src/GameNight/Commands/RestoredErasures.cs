using GameNight.Backup;
using GameNight.Hosting;
using GameNight.Identity.Erasure;
using GameNight.Identity.Names;
using GameNight.Observations;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Commands;

/// <summary>Deletes from an unpacked backup what players had deleted after it was made, before it takes its place.</summary>
internal static class RestoredErasures
{
    /// <param name="options">Those of the copy that the backup is for: what players asked for is in its store.</param>
    /// <param name="unpacked">The folder with the backup's parts.</param>
    /// <param name="cancellation">Ends it halfway.</param>
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
            await using var replaced = ObservationsFeature.Open(store);
            erased.AddRange(await erasures.TakeOverAsync(replaced.GetRequiredService<IDocumentStore>(), players, cancellation));
        }

        foreach (var player in erased)
            await services.GetRequiredService<Nicknames>().RemoveAsync(PlayerHandle.Of(player), cancellation);
        await services.GetRequiredService<ErasureSweep>().RunAsync(expired: false, cancellation);
        File.Delete(Path.Combine(unpacked, "scoreboard.db"));
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
