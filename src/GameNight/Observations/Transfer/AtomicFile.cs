using System.IO.Compression;
using GameNight.Datasets;

namespace GameNight.Observations.Transfer;

/// <summary>Writes files that are complete or absent, whatever happens while they are written.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a file under another name and, when it is on the disk, renames it, which replaces one that is there already.
    /// </summary>
    /// <param name="path">The file; see <see cref="GzipFile"/>.</param>
    /// <param name="write">Writes the content, before compression.</param>
    /// <param name="onlyForOwner">Whether other users of the machine can't read it, where the system knows such rights.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, bool onlyForOwner = false)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = new FileStream(partial, Options(FileMode.CreateNew, onlyForOwner)))
            {
                if (GzipFile.IsCompressed(path))
                {
                    await using var zip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
                    await write(zip);
                }
                else
                {
                    await write(file);
                }

                await file.FlushAsync();
                await FlushToDiskAsync(file);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>
    /// On a thread of its own: a disk takes milliseconds, on a card tenths of a second, and threads of the pool that wait for it are
    /// missing elsewhere. There is one for each core, and the pool grows too slowly for rooms that are written at every vote.
    /// </summary>
    internal static Task FlushToDiskAsync(FileStream file) => Task.Factory.StartNew(
        () => RandomAccess.FlushToDisk(file.SafeFileHandle), CancellationToken.None, TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    internal static FileStreamOptions Options(FileMode mode, bool onlyForOwner)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (onlyForOwner && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
