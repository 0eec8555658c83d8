using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Observations.Erasure;
using GameNight.Observations.Outbox;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.Sqlite;

namespace GameNight.Backup;

/// <summary>
/// Copies what a game keeps while it plays: its databases each as of one moment, then the log of activations, then the versions, so that
/// whatever an earlier part names is in the later ones. What is counted for the scoreboard follows from the rest and is left out.
/// </summary>
public static class DataFolderCopy
{
    /// <summary>Folders of plain files, which appear complete.</summary>
    private static readonly string[] PlainFolders = ["keys", "tuning"];

    /// <param name="store">Where observations and documents are. Those of a table become a database file, as without one.</param>
    /// <param name="registry">Where the versions are. A bucket's are left out.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task MakeAsync(StoreOptions store, RegistryOptions registry, string target, CancellationToken cancellation)
    {
        var source = store.DataFolder;
        OwnerFolder.Make(target);
        await CopyDatabaseAsync(source, target, OutboxFile.FileName, cancellation);
        if (store.Table is null)
            await CopyDatabaseAsync(source, target, SqliteObservationStore.FileName, cancellation);
        else
            await CopyStoreAsync(store, new StoreOptions(target, Table: null), cancellation);
        foreach (var folder in PlainFolders)
            CopyFiles(Path.Combine(source, folder), Path.Combine(target, folder));
        if (registry.S3 is null)
            await CopyModelsAsync(registry.Folder, Path.Combine(target, "models"), cancellation);
    }

    /// <summary>Copies documents, then observations in their order, from one store into another.</summary>
    /// <exception cref="StoreException">A store cannot be read or written; what was written stays.</exception>
    public static async Task CopyStoreAsync(StoreOptions from, StoreOptions to, CancellationToken cancellation)
    {
        await using var sources = ObservationsFeature.Open(from);
        await using var targets = ObservationsFeature.Open(to);
        var documents = targets.GetRequiredService<IDocumentStore>();
        foreach (var document in await sources.GetRequiredService<IDocumentStore>().ListAllAsync(cancellation))
        {
            var (collection, name, _, content) = document;
            while (!await documents.TryWriteAsync(collection, name, content, await RevisionAsync(), cancellation))
            {
                // Another game has written it meanwhile.
            }

            async Task<long> RevisionAsync() => (await documents.FindAsync(collection, name, cancellation))?.Revision ?? 0;
        }

        var (source, target) = (sources.GetRequiredService<IObservationStore>(), targets.GetRequiredService<IObservationStore>());
        for (var page = await ReadAsync(null); page.Items.Count > 0; page = await ReadAsync(page.Next))
            await target.AppendAllAsync(page.Items, cancellation);

        Task<ObservationPage> ReadAsync(string? after) => source.ReadAsync(after, ObservationPage.MaxLimit, cancellation);
    }

    private static async Task CopyDatabaseAsync(string source, string target, string name, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(source, name)))
            await SqliteSnapshot.CopyAsync(Path.Combine(source, name), Path.Combine(target, name), cancellation);
    }

    private static async Task CopyModelsAsync(string source, string target, CancellationToken cancellation)
    {
        OwnerFolder.Make(Path.Combine(target, ActivationFile.FolderName));
        await new ActivationFile(Path.Combine(source, ActivationFile.FolderName))
            .CopyAsync(Path.Combine(target, ActivationFile.FolderName), cancellation);
        foreach (var key in new ModelFolder(source).List())
        {
            cancellation.ThrowIfCancellationRequested();
            var copy = Path.Combine(target, key.Algorithm, key.Version);
            try
            {
                CopyFiles(Path.Combine(source, key.Algorithm, key.Version), copy);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // The version was deleted at this moment.
                OwnerFolder.Delete(copy);
            }
        }
    }

    /// <summary>Copies the files of a folder; those that begin with a dot are being written.</summary>
    private static void CopyFiles(string source, string target)
    {
        if (!Directory.Exists(source))
            return;
        OwnerFolder.Make(target);
        foreach (var file in Directory.EnumerateFiles(source).Select(Path.GetFileName).OfType<string>())
        {
            if (!file.StartsWith('.') && !file.EndsWith(".partial", StringComparison.Ordinal))
                File.Copy(Path.Combine(source, file), Path.Combine(target, file));
        }
    }
}
