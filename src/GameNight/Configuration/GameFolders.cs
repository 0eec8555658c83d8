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

    /// <summary>
    /// Makes the data folder where it is missing, and keeps the machine's other accounts out of it: it has people's drawings, and keys that
    /// make anybody the host. On Windows the folder above decides.
    /// </summary>
    public void Protect()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            Directory.CreateDirectory(Data);
            if (File.GetUnixFileMode(Data) != owner)
                File.SetUnixFileMode(Data, owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What needs the folder says so itself; this is about others who may read in it.
            Console.Error.WriteLine($"The data folder could not be closed to other accounts of this machine: {e.Message}");
        }
    }

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
