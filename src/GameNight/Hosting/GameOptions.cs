using System.Globalization;
using GameNight.Configuration;
using GameNight.Models;
using GameNight.Retraining;
using GameNight.Storage.DynamoDb;

namespace GameNight.Hosting;

/// <summary>The section <c>GameNight</c> of appsettings.json, the environment and the command line.</summary>
public sealed record GameOptions
{
    public const string Section = "GameNight";

    /// <summary>Where this copy keeps its own state.</summary>
    public string DataFolder { get; private init; } = Path.Combine(Home, "data", "local");

    /// <summary>The models that ship; never written.</summary>
    public string ModelsFolder { get; private init; } = Path.Combine(Home, "data", "models");

    /// <summary>This copy's own models.</summary>
    public RegistryOptions Registry => new(Path.Combine(DataFolder, "models"), Bucket, Poll ?? TimeSpan.FromSeconds(Bucket is null ? 1 : 5));

    /// <summary>The table where plays are kept; null for SQLite in the data folder.</summary>
    public DynamoDbOptions? Table { get; private init; }

    /// <summary>How often each client may call the API; null for no limit.</summary>
    public int? RequestsPerMinute { get; private init; }

    /// <summary>When this copy learns.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>A fixed token for the host; null for a new one at each start.</summary>
    public string? HostToken { get; private init; }

    private S3Options? Bucket { get; init; }

    private TimeSpan? Poll { get; init; }

    /// <summary>The checkout or the published folder: the nearest one above the program with <c>data/models</c> in it.</summary>
    private static string Home { get; } = FindHome();

    /// <summary>What holds where nothing is set.</summary>
    public static GameOptions Default { get; } = new();

    /// <summary>For a command: appsettings.json, the environment, and settings on the command line such as <c>--GameNight:DataFolder=PATH</c>.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static GameOptions ReadFor(IReadOnlyList<string> arguments)
    {
        var unknown = arguments.Where(argument => !argument.StartsWith($"--{Section}:", StringComparison.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
            throw new InvalidSettingsException(unknown.Select(argument => $"{argument} is neither an option of this command nor a setting --{Section}:…"));
        return Read(new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables().AddCommandLine([.. arguments]).Build());
    }

    /// <exception cref="InvalidSettingsException">Names every setting that is wrong, not only the first.</exception>
    public static GameOptions Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration.GetSection(Section));
        var defaultRegion = configuration["AWS_REGION"] ?? configuration["AWS_DEFAULT_REGION"];
        var options = new GameOptions
        {
            DataFolder = Path.GetFullPath(settings.Take("DataFolder", IsPath, "a folder") ?? Default.DataFolder),
            ModelsFolder = Path.GetFullPath(settings.Take("ModelsFolder", IsPath, "a folder") ?? Default.ModelsFolder),
            RequestsPerMinute = settings.TakeNumber("Api:RequestsPerMinute", 1, 1_000_000),
            Training = ReadTraining(settings),
            HostToken = settings.Take("Host:Token", token => token.Length >= 8, "at least 8 characters"),
            Bucket = ReadBucket(settings, defaultRegion),
            Table = ReadTable(settings, defaultRegion),
            Poll = settings.TakeNumber("Registry:PollSeconds", 1, 3600) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        settings.Finish();
        return options;
    }

    private static TrainingOptions ReadTraining(SettingsReader settings)
    {
        var defaults = new TrainingOptions();
        var daily = settings.Take("Training:Daily", value => value == "never" || Hour(value) is not null, "a time of the day such as 04:00, or never");
        return defaults with
        {
            Enabled = settings.TakeSwitch("Training:Enabled") ?? defaults.Enabled,
            NewMarks = settings.TakeNumber("Training:NewMarks", 0, 1_000_000) ?? defaults.NewMarks,
            Daily = daily is null ? defaults.Daily : Hour(daily),
            Threads = settings.TakeNumber("Training:Threads", 1, 256) ?? defaults.Threads,
            Lease = TimeSpan.FromSeconds(settings.TakeNumber("Training:LeaseSeconds", 2, 3600) ?? defaults.Lease.TotalSeconds),
            Poll = TimeSpan.FromSeconds(settings.TakeNumber("Training:PollSeconds", 1, 3600) ?? defaults.Poll.TotalSeconds),
            DollarsPerCoreHour = settings.Take("Training:DollarsPerCoreHour", value => Price(value) is >= 0, "a price such as 0.05") is { } price ? Price(price)!.Value : defaults.DollarsPerCoreHour,
        };
    }

    private static TimeOnly? Hour(string value) => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static double? Price(string value) => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;

    /// <summary>The bucket's settings are read, and may be wrong, even where the folder is the provider.</summary>
    private static S3Options? ReadBucket(SettingsReader settings, string? defaultRegion)
    {
        var isWanted = settings.Take("Registry:Provider", provider => provider is "Folder" or "S3", "Folder or S3") == "S3";
        var url = settings.Take("Registry:S3:ServiceUrl", IsAddress, "an address such as http://localhost:9000");
        var region = settings.Take("Registry:S3:Region", IsWord, "a region such as eu-central-1") ?? defaultRegion;
        var bucket = settings.Take("Registry:S3:Bucket", IsWord, "a bucket's name");
        if (isWanted && bucket is null)
            settings.Miss("Registry:S3:Bucket", "the registry is to be S3");
        if (isWanted && url is null && region is null)
            settings.Miss("Registry:S3:Region", "the registry is to be S3, and neither a ServiceUrl nor AWS_REGION is set");
        var options = new S3Options(
            bucket ?? "",
            settings.Take("Registry:S3:Prefix", _ => true, "any text") ?? "",
            url is null ? null : new Uri(url),
            region,
            settings.TakeSwitch("Registry:S3:ForcePathStyle") ?? url is not null,
            settings.TakeSwitch("Registry:S3:ChecksumsWhenRequired") ?? url is not null);
        return isWanted ? options : null;
    }

    /// <summary>The table's settings are read, and may be wrong, even where SQLite is the provider.</summary>
    private static DynamoDbOptions? ReadTable(SettingsReader settings, string? defaultRegion)
    {
        var isWanted = settings.Take("Store:Provider", provider => provider is "Sqlite" or "DynamoDb", "Sqlite or DynamoDb") == "DynamoDb";
        var url = settings.Take("Store:DynamoDb:ServiceUrl", IsAddress, "an address such as http://localhost:8000");
        var region = settings.Take("Store:DynamoDb:Region", IsWord, "a region such as eu-central-1") ?? defaultRegion;
        var table = settings.Take("Store:DynamoDb:TableName", IsTable, "3 to 255 letters, digits, dots, hyphens and underscores") ?? DynamoDbOptions.DefaultTableName;
        if (isWanted && url is null && region is null)
            settings.Miss("Store:DynamoDb:Region", "the store is to be DynamoDb, and neither a ServiceUrl nor AWS_REGION is set");
        return isWanted ? new DynamoDbOptions(table, url is null ? null : new Uri(url), region) : null;
    }

    private static bool IsTable(string value) => value.Length is >= 3 and <= 255 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsWord(string value) => value.Length > 0 && !value.Any(char.IsWhiteSpace);

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
