namespace GameNight.Backup;

/// <summary>
/// Keeps a data folder from being replaced while somebody uses it: those who use it share the file <c>in-use.lock</c>, and a restore has
/// it alone. The operating system unlocks it when a process ends.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    public const string FileName = "in-use.lock";

    /// <summary>A folder in the data folder that is there only while a restore puts the parts in their places.</summary>
    internal const string Restoring = ".restoring";

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Says that a folder is used, until the lock is disposed. Any number of processes may.</summary>
    /// <exception cref="IOException">The folder is being restored, was left half restored, or cannot be written.</exception>
    public static DataFolderLock Share(string dataFolder)
    {
        OwnerFolder.Make(dataFolder);
        if (Directory.Exists(Path.Combine(dataFolder, Restoring)))
        {
            throw new IOException(
                $"A restore of {dataFolder} was broken off in the middle. Run it once more with --replace; nothing was deleted.");
        }

        // Held for reading, the lock is shared; held for writing, it is exclusive.
        return new DataFolderLock(Open(dataFolder, FileAccess.Read, FileShare.Read, "a backup is being restored there"));
    }

    /// <summary>Takes a folder for one alone, until the lock is disposed.</summary>
    /// <exception cref="IOException">A game or a command uses it, or it cannot be written.</exception>
    public static DataFolderLock TakeAlone(string dataFolder)
    {
        OwnerFolder.Make(dataFolder);
        return new DataFolderLock(
            Open(dataFolder, FileAccess.ReadWrite, FileShare.None, "a game runs on it, or a command. Stop it first; nothing was changed"));
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string folder, FileAccess access, FileShare share, string reason)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        try
        {
            return new FileStream(path, FileMode.Open, access, share);
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new IOException($"{folder} cannot be used: {reason}.", e);
        }
    }
}
