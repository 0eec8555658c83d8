using System.IO.Compression;

namespace GameNight.Datasets;

/// <summary>Files that are compressed with gzip where their name ends in <c>.gz</c>, in upper or lower case.</summary>
public static class GzipFile
{
    /// <summary>Whether a file of this name is compressed.</summary>
    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a file, and decompresses it where it is compressed.</summary>
    public static Stream OpenRead(string path) =>
        IsCompressed(path) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
