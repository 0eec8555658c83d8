namespace GameNight.Tests.Architecture;

/// <summary>The checkout in which the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <param name="path">Relative to the root, with slashes.</param>
    public static string File(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, "GameNight.sln")))
                return folder;
        }

        throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}: there is no GameNight.sln.");
    }
}
