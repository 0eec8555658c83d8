namespace GameNight.Models;

/// <summary>Reads versions from folders <c>{algorithm}/{version}/</c>. Folders with other names are ignored.</summary>
public sealed class ModelFolder(string path)
{
    public string Path { get; } = path;

    /// <exception cref="ModelRegistryException">The folders cannot be listed.</exception>
    public IReadOnlyList<ModelKey> List()
    {
        try
        {
            return FindAll();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelRegistryException($"The models cannot be listed: {e.Message}", e);
        }
    }

    private List<ModelKey> FindAll() =>
    [
        .. from algorithm in Folders(Path)
           where ModelKey.IsAlgorithm(algorithm)
           from version in Folders(System.IO.Path.Combine(Path, algorithm))
           where ModelKey.IsVersion(version)
           select new ModelKey(algorithm, version),
    ];

    public bool Has(ModelKey key) => Directory.Exists(FolderOf(key));

    /// <exception cref="InvalidModelException">The file is missing, or too large.</exception>
    /// <exception cref="ModelRegistryException">The file cannot be read.</exception>
    public async Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation)
    {
        try
        {
            var path = System.IO.Path.Combine(FolderOf(key), file);
            if (new FileInfo(path) is { Exists: true, Length: var bytes })
                ModelFile.RequireSize(file, bytes);
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidModelException($"{file} is missing.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelRegistryException($"{file} of {key} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The size of the model file in bytes; null where there is none.</summary>
    public long? Size(ModelKey key) =>
        new FileInfo(System.IO.Path.Combine(FolderOf(key), ModelPackage.ModelFile)) is { Exists: true } model ? model.Length : null;

    public string FolderOf(ModelKey key) => System.IO.Path.Combine(Path, key.Algorithm, key.Version);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(System.IO.Path.GetFileName).OfType<string>() : [];
}
