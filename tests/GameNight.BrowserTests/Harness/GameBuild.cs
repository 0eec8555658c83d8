namespace GameNight.BrowserTests.Harness;

/// <summary>The paths of the game that was built with these tests, in the same configuration.</summary>
public static class GameBuild
{
    public static string Checkout { get; } = FindCheckout();

    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var program = Path.Combine(Checkout, "src", "GameNight", "bin", output.Parent!.Name, output.Name, "GameNight.dll");
            return File.Exists(program) ? program : throw new FileNotFoundException($"The game is not built: there is no {program}.");
        }
    }

    /// <summary>The folder of the models that ship.</summary>
    public static string Models => Path.Combine(Checkout, "data", "models");

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GameNight.sln")))
        {
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException($"There is no GameNight.sln in any folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
