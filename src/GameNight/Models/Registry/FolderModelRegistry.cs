namespace GameNight.Models.Registry;

/// <summary>
/// A registry in a folder: <c>{algorithm}/{version}/</c> has the files, <c>.log/activations.jsonl</c> the activations. Several
/// processes on one machine may share it. A version appears by one rename of a folder, which never replaces a folder with files in it.
/// The log is one file, so that a game that swaps its versions for years doesn't fill the folder.
/// </summary>
/// <param name="path">The folder; it is created with the first version.</param>
/// <param name="clock">Null for the system's.</param>
public sealed class FolderModelRegistry(string path, TimeProvider? clock = null) : IModelRegistry
{
    /// <summary>Nobody takes so long to write a version: what is older was left by a process that has ended in the middle.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly ModelFolder _folder = new(path);
    private readonly ActivationFile _log = new(Path.Combine(path, ActivationFile.FolderName));
    private readonly string _incoming = Path.Combine(path, ".incoming");

    private DateTime Now => (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;

    public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) => Task.FromResult(_folder.List());

    public Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) => _folder.ReadAsync(key, file, cancellation);

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => Task.FromResult(_folder.Size(key));

    public Task<bool> TryPublishAsync(
        ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        var target = _folder.FolderOf(key);
        if (Directory.Exists(target))
            return false;
        RemoveAbandoned();
        var incoming = Directory.CreateDirectory(Path.Combine(_incoming, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            foreach (var file in files)
                await WriteAsync(Path.Combine(incoming, file.Name), file.Content, cancellation);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            return TryMove(incoming, target);
        }
        finally
        {
            if (Directory.Exists(incoming))
                Directory.Delete(incoming, recursive: true);
        }
    });

    public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => GuardAsync("written", () =>
    {
        // Renamed first, so that a version is complete or gone.
        var removed = Path.Combine(Directory.CreateDirectory(_incoming).FullName, Guid.NewGuid().ToString("N"));
        if (Directory.Exists(_folder.FolderOf(key)))
        {
            // It comes to what is being written as something new, or who publishes meanwhile would take it for a leftover.
            Directory.SetLastWriteTimeUtc(_folder.FolderOf(key), Now);
            Directory.Move(_folder.FolderOf(key), removed);
            Directory.Delete(removed, recursive: true);
        }

        return Task.FromResult(true);
    });

    public Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation) =>
        GuardAsync("read", () => _log.ReadAsync(after, cancellation));

    public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) =>
        GuardAsync("written", () => _log.TryAppendAsync(activation, cancellation));

    private void RemoveAbandoned()
    {
        var before = Now - Abandoned;
        foreach (var folder in Directory.CreateDirectory(_incoming).EnumerateDirectories().Where(old => old.LastWriteTimeUtc < before))
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process was first, or a file is open: what is left over is not in the way of what is published.
            }
        }
    }

    /// <returns>False where another process has published the version first.</returns>
    private static bool TryMove(string folder, string target)
    {
        try
        {
            Directory.Move(folder, target);
            return true;
        }
        catch (IOException) when (Directory.Exists(target))
        {
            return false;
        }
    }

    /// <summary>Writes a file, which is on the disk when the task completes.</summary>
    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(content, cancellation);
        await file.FlushAsync(cancellation);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    private static async Task<T> GuardAsync<T>(string purpose, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelRegistryException($"The model registry cannot be {purpose}: {e.Message}", e);
        }
    }
}
