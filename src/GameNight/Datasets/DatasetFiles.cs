namespace GameNight.Datasets;

/// <summary>
/// Where the data sets lie, none of which is part of the game: the place that was named, else <c>data/local</c>, else
/// <c>shared/data</c> beside the checkout, for those who keep one copy for several checkouts.
/// </summary>
public static class DatasetFiles
{
    /// <summary>Null where there is none.</summary>
    /// <exception cref="FileNotFoundException">A folder was named, and the files are not in it.</exception>
    public static DirectoryInfo? FindMnist(DirectoryInfo? named)
    {
        if (named is not null && !HasMnist(named.FullName))
            throw new FileNotFoundException($"{named.FullName} does not hold MNIST's files, such as {MnistDataset.TestImages}.");
        var folder = named?.FullName ?? Candidates("mnist").FirstOrDefault(HasMnist);
        return folder is null ? null : new DirectoryInfo(folder);
    }

    /// <inheritdoc cref="FindMnist"/>
    public static FileInfo? FindInk(FileInfo? named)
    {
        if (named is { Exists: false })
            throw new FileNotFoundException($"There is no {named.FullName}.");
        var file = named?.FullName ?? Candidates("ink").SelectMany(folder => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl.gz") : []).FirstOrDefault();
        return file is null ? null : new FileInfo(file);
    }

    private static bool HasMnist(string folder) => File.Exists(Path.Combine(folder, MnistDataset.TestImages));

    private static IEnumerable<string> Candidates(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return Path.Combine(folder, "data", "local", name);
            yield return Path.Combine(folder, "shared", "data", name);
        }
    }
}
