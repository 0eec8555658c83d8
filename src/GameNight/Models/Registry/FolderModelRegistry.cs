using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>
/// A registry in a folder: <c>{algorithm}/{version}/</c> has the files, <c>.log/00000001.json</c> and so on the activations.
/// Several processes on one machine may share it. A version appears by one rename of a folder, which never replaces a folder with
/// files in it. An entry of the log appears by one rename of a file, which would replace another and therefore needs a lock.
/// </summary>
public sealed class FolderModelRegistry(string path) : IModelRegistry
{
    private const int MaxLockAttempts = 500;

    private static readonly TimeSpan LockPollInterval = TimeSpan.FromMilliseconds(10);

    private readonly ModelFolder _folder = new(path);
    private readonly string _log = Path.Combine(path, ".log");
    private readonly string _incoming = Path.Combine(path, ".incoming");

    public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) => Task.FromResult(_folder.List());

    public Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) => _folder.ReadAsync(key, file, cancellation);

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => Task.FromResult(_folder.Size(key));

    public Task<bool> TryPublishAsync(
        ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        var target = _folder.FolderOf(key);
        if (Directory.Exists(target))
            return false;
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
            Directory.Move(_folder.FolderOf(key), removed);
            Directory.Delete(removed, recursive: true);
        }

        return Task.FromResult(true);
    });

    public Task<IReadOnlyList<Activation>> ReadLogAsync(
        int after, CancellationToken cancellation) => GuardAsync<IReadOnlyList<Activation>>("read", async () =>
    {
        var log = new List<Activation>();
        for (var number = after + 1; File.Exists(Entry(number)); number++)
            log.Add(Activation.Parse(await File.ReadAllBytesAsync(Entry(number), cancellation)));
        return log;
    });

    public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        var incoming = Path.Combine(Directory.CreateDirectory(_incoming).FullName, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_log);
        try
        {
            await WriteAsync(incoming, activation.ToUtf8(), cancellation);
            await using var appending = await LockAsync(cancellation);
            if (File.Exists(Entry(activation.Number)))
                return false;
            File.Move(incoming, Entry(activation.Number));
            return true;
        }
        finally
        {
            File.Delete(incoming);
        }
    });

    private string Entry(int number) => Path.Combine(_log, number.ToString("D8", CultureInfo.InvariantCulture) + ".json");

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

    /// <summary>Locks the log by a lock file, which the operating system unlocks when the process ends.</summary>
    /// <exception cref="IOException">Another process has held the lock for five seconds.</exception>
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(_log, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < MaxLockAttempts)
            {
                // In real time, whatever the game's clock says: the holder is another process.
                await Task.Delay(LockPollInterval, TimeProvider.System, cancellation);
            }
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
