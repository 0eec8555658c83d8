namespace GameNight.Models;

/// <summary>A file of a version: its name, without a folder, and its bytes.</summary>
public sealed record ModelFile(string Name, byte[] Content)
{
    /// <summary>Keeps a file out of the memory that is larger than a file of a version can be.</summary>
    /// <exception cref="InvalidModelException">It is.</exception>
    public static void RequireSize(string file, long bytes)
    {
        if (bytes > ModelPackage.MaxFile)
            throw new InvalidModelException($"{file} has {bytes:N0} bytes; a file of a version has at most {ModelPackage.MaxFile:N0}.");
    }
}
