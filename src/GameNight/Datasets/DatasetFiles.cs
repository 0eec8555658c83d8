namespace GameNight.Datasets;

/// <summary>
/// Finds the data sets, which are not part of the game: at a specified place, or else in <c>data/local</c> or, for one copy
/// beside several checkouts, in <c>shared/data</c>, below the program's folder or any folder above it.
/// </summary>
public static class DatasetFiles
{
    /// <summary>Finds the folder with MNIST's files.</summary>
    /// <param name="specified">The folder to use; null to search for one.</param>
    /// <returns>Null where none was found.</returns>
    /// <exception cref="FileNotFoundException">The specified folder does not hold the files.</exception>
    public static DirectoryInfo? FindMnist(DirectoryInfo? specified)
    {
        if (specified is not null && !HasMnist(specified.FullName))
            throw new FileNotFoundException($"{specified.FullName} doesn't hold MNIST's four files, such as {MnistDataset.TestImages}.");
        var folder = specified?.FullName ?? Candidates("mnist").FirstOrDefault(HasMnist);
        return folder is null ? null : new DirectoryInfo(folder);
    }

    /// <summary>Finds a file of recorded ink; see <see cref="InkDataset"/>.</summary>
    /// <param name="specified">The file to use; null to search for one.</param>
    /// <returns>Null where none was found.</returns>
    /// <exception cref="FileNotFoundException">The specified file does not exist.</exception>
    public static FileInfo? FindInk(FileInfo? specified)
    {
        if (specified is { Exists: false })
            throw new FileNotFoundException($"There's no file {specified.FullName}.");
        var file = specified?.FullName ?? Candidates("ink").SelectMany(InkFiles).FirstOrDefault();
        return file is null ? null : new FileInfo(file);
    }

    /// <summary>Whether all files are there: a fetch that was interrupted leaves some of them.</summary>
    private static bool HasMnist(string folder) => MnistDownload.Digests.Keys.All(file => File.Exists(Path.Combine(folder, file)));

    private static string[] InkFiles(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl.gz") : [];

    private static IEnumerable<string> Candidates(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return Path.Combine(folder, "data", "local", name);
            yield return Path.Combine(folder, "shared", "data", name);
        }
    }
}
