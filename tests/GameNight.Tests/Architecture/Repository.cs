namespace GameNight.Tests.Architecture;

/// <summary>The checkout that contains the tests.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>Folders whose files are fetched or made, so that git ignores them; by name, or by path from the root.</summary>
    private static readonly string[] Ignored =
    [
        ".git", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".idea",
        "artifacts", "data/local", "src/GameNight/wwwroot", "src/GameNight.Native/lib",
    ];

    /// <summary>Every file that belongs to the repository, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FindFiles("").Order(StringComparer.Ordinal)];

    /// <summary>The full path of a file.</summary>
    /// <param name="path">The path relative to the root, with slashes.</param>
    public static string File(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Those among <see cref="Files"/> that lie below a folder and end in this way, <c>.cs</c> for example.</summary>
    public static IEnumerable<string> FilesBelow(string folder, string ending) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<string> FindFiles(string folder)
    {
        var below = folder.Length == 0 ? "" : folder + "/";
        return Directory.EnumerateFiles(File(folder)).Select(file => below + Path.GetFileName(file))
            .Concat(Directory.EnumerateDirectories(File(folder)).Select(child => Path.GetFileName(child))
                .Where(child => !Ignored.Contains(child) && !Ignored.Contains(below + child))
                .SelectMany(child => FindFiles(below + child)));
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, "GameNight.sln")))
                return folder;
        }

        throw new InvalidOperationException($"There is no GameNight.sln in any folder above {AppContext.BaseDirectory}.");
    }
}
