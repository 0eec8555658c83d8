using GameNight.Calendar;
using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.Joining;
using GameNight.Limits;
using GameNight.Models.Registry;
using GameNight.Monitoring;
using GameNight.Observations;
using GameNight.Recognition.Browser;
using GameNight.Retraining;
using GameNight.Rooms.Game;
using GameNight.Scoreboard.Queries;

namespace GameNight.Hosting;

/// <summary>Every setting of the game: each feature reads its own.</summary>
public sealed record GameOptions
{
    public required GameClock Clock { get; init; }

    public required GameFolders Folders { get; init; }

    public required HostTokenOptions Host { get; init; }

    public required JoinOptions Join { get; init; }

    public required LimitOptions Limits { get; init; }

    public required ProxyOptions Proxy { get; init; }

    public required MonitoringOptions Monitoring { get; init; }

    public required RegistryOptions Registry { get; init; }

    public required BrowserOptions Browser { get; init; }

    public required StoreOptions Store { get; init; }

    public required TrainingOptions Training { get; init; }

    public required ReplayOptions Replays { get; init; }

    public required RoomOptions Rooms { get; init; }

    /// <summary>How often each client may call the API in a minute; null for no limit.</summary>
    public required int? RequestsPerMinute { get; init; }

    /// <summary>Reads the settings of a verb from the same places as the server does.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static GameOptions ReadFor(IReadOnlyList<string> arguments)
    {
        using var configuration = Server.CreateBuilder(arguments).Configuration;
        var options = Read(configuration);
        options.Folders.Protect();
        return options;
    }

    /// <exception cref="InvalidSettingsException">Names every setting that is wrong, not only the first.</exception>
    public static GameOptions Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        var folders = GameFolders.Read(settings);
        var store = StoreOptions.Read(settings, folders);
        var options = new GameOptions
        {
            Clock = GameClock.Read(settings),
            Folders = folders,
            Host = HostTokenOptions.Read(settings),
            Join = JoinOptions.Read(settings),
            Limits = LimitOptions.Read(settings),
            Proxy = ProxyOptions.Read(settings),
            Monitoring = MonitoringOptions.Read(settings),
            Registry = RegistryOptions.Read(settings, folders),
            Browser = BrowserOptions.Read(settings),
            Store = store,
            Training = TrainingOptions.Read(settings, isTable: store.Table is not null),
            Replays = ReplayOptions.Read(settings),
            Rooms = RoomOptions.Read(settings),
            RequestsPerMinute = settings.TakeNumber("Api:RequestsPerMinute", 1, 1_000_000),
        };
        settings.Finish();
        return options;
    }
}
