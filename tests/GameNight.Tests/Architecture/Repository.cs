namespace GameNight.Tests.Architecture;

/// <summary>The checkout that contains the tests.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The full path of a file.</summary>
    /// <param name="path">The path relative to the root, with slashes.</param>
    public static string File(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

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
