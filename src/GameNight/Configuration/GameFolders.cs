namespace GameNight.Configuration;

/// <summary>Where the game finds its files, and where it keeps its own.</summary>
/// <param name="Data">What this copy writes: setting <c>DataFolder</c>. It is made when something is first written.</param>
/// <param name="Models">The models that ship: setting <c>ModelsFolder</c>. Never written.</param>
public sealed record GameFolders(string Data, string Models)
{
    /// <summary>The folders <c>data/local</c> and <c>data/models</c> of the checkout or of the published program.</summary>
    public static GameFolders Default { get; } = Below(FindHome());

    public static GameFolders Read(SettingsReader settings) => new(
        Path.GetFullPath(settings.Take("DataFolder", IsPath, "a folder") ?? Default.Data),
        Path.GetFullPath(settings.Take("ModelsFolder", IsPath, "a folder") ?? Default.Models));

    private static GameFolders Below(string home) => new(Path.Combine(home, "data", "local"), Path.Combine(home, "data", "models"));

    private static bool IsPath(string value) => !string.IsNullOrWhiteSpace(value) && !value.Contains('\0');

    /// <summary>The nearest folder at or above the program with <c>data/models</c> in it.</summary>
    private static string FindHome()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "data", "models")))
                return folder;
        }

        return Directory.GetCurrentDirectory();
    }
}
