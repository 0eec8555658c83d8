using System.IO.Compression;

namespace GameNight.Observations.Transfer;

/// <summary>Files that are complete or absent, whatever happens while they are written.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the file and moves it into its place when it is on the disk. One that is there already is replaced then.</summary>
    /// <param name="path">Where; <c>.gz</c> at its end compresses it.</param>
    /// <param name="write">Writes the content.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = File.Create(partial))
            {
                await using (var zip = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true) : null)
                    await write((Stream?)zip ?? file);
                await file.FlushAsync();
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
