using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>
/// A registry in a folder: <c>{algorithm}/{version}/</c> with the files, <c>.log/00000001.json</c> and so on with the
/// activations. Several processes on one machine may share it: a version appears by one rename of a folder, which
/// never replaces one with files in it; an entry by one rename of a file, which would, and is therefore made by one at a time.
/// </summary>
public sealed class FolderModelRegistry(string path) : IModelRegistry
{
    private readonly ModelFolder _folder = new(path);
    private readonly string _log = Path.Combine(path, ".log");
    private readonly string _incoming = Path.Combine(path, ".incoming");

    public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) =>
        GuardAsync("listed", () => Task.FromResult(_folder.List()));

    public Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) => _folder.ReadAsync(key, file, cancellation);

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => Task.FromResult(_folder.Size(key));

    public Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) => GuardAsync("written", async () =>
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
        // Out of sight first, in one step: a version is whole or gone.
        var leaving = Path.Combine(Directory.CreateDirectory(_incoming).FullName, Guid.NewGuid().ToString("N"));
        if (Directory.Exists(_folder.FolderOf(key)))
        {
            Directory.Move(_folder.FolderOf(key), leaving);
            Directory.Delete(leaving, recursive: true);
        }

        return Task.FromResult(true);
    });

    public Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation) => GuardAsync<IReadOnlyList<Activation>>("read", async () =>
    {
        var log = new List<Activation>();
        for (var number = after + 1; File.Exists(Entry(number)); number++)
        {
            log.Add(Activation.Parse(await File.ReadAllBytesAsync(Entry(number), cancellation)));
        }

        return log;
    });

    public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        var incoming = Path.Combine(Directory.CreateDirectory(_incoming).FullName, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_log);
        try
        {
            await WriteAsync(incoming, activation.ToUtf8(), cancellation);
            await using var turn = await TakeTurnAsync(cancellation);
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

    /// <returns>False where another came before.</returns>
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

    /// <summary>The lock on a file, which the operating system lets go with the process that held it.</summary>
    /// <exception cref="IOException">Somebody has had it for too long.</exception>
    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(_log, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 500)
            {
                await Task.Delay(10, cancellation);
            }
        }
    }

    /// <summary>On the disk, not only on the way to it, when it completes.</summary>
    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(content, cancellation);
        await file.FlushAsync(cancellation);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    private static async Task<T> GuardAsync<T>(string what, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelRegistryException($"The model registry cannot be {what}: {e.Message}", e);
        }
    }
}
