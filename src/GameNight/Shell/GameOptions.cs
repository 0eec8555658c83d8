namespace GameNight.Shell;

/// <summary>The section <c>GameNight</c> of appsettings.json, the environment and the command line.</summary>
public sealed class GameOptions
{
    public const string Section = "GameNight";

    /// <summary>Where this copy keeps its own state.</summary>
    public string DataFolder { get; private init; } = Path.Combine(Home, "data", "local");

    /// <summary>The models that ship; never written.</summary>
    public string ModelsFolder { get; private init; } = Path.Combine(Home, "data", "models");

    /// <summary>A fixed token for the host; null for a new one at each start.</summary>
    public string? HostToken { get; private init; }

    /// <summary>The checkout or the published folder: the nearest one above the program with <c>data/models</c> in it.</summary>
    private static string Home { get; } = FindHome();

    /// <summary>What holds where nothing is set.</summary>
    public static GameOptions Default { get; } = new();

    /// <exception cref="InvalidSettingsException">Names every setting that is wrong, not only the first.</exception>
    public static GameOptions Read(IConfiguration configuration)
    {
        var wrong = new List<string>();
        var given = configuration.GetSection(Section).AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase);

        string? Take(string key, Func<string, bool> isValid, string expected)
        {
            if (!given.Remove(key, out var value) || isValid(value))
                return value;
            wrong.Add($"{Section}:{key} is \"{value}\"; expected {expected}.");
            return null;
        }

        var options = new GameOptions
        {
            DataFolder = Path.GetFullPath(Take("DataFolder", IsPath, "a folder") ?? Default.DataFolder),
            ModelsFolder = Path.GetFullPath(Take("ModelsFolder", IsPath, "a folder") ?? Default.ModelsFolder),
            HostToken = Take("Host:Token", token => token.Length >= 8, "at least 8 characters"),
        };
        Take("Store:Provider", provider => provider == "Sqlite", "Sqlite");
        wrong.AddRange(given.Keys.Select(key => $"{Section}:{key} is not a setting of this game."));
        return wrong.Count == 0 ? options : throw new InvalidSettingsException(wrong);
    }

    private static bool IsPath(string value) => !string.IsNullOrWhiteSpace(value) && !value.Contains('\0');

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

/// <summary>The game cannot start with these settings.</summary>
public sealed class InvalidSettingsException(IEnumerable<string> wrong)
    : Exception("The game cannot start:" + string.Concat(wrong.Select(line => $"{Environment.NewLine}  {line}")));
