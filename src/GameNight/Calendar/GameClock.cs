using GameNight.Configuration;

namespace GameNight.Calendar;

/// <summary>The machine's clock in the time zone of the players, by which nights begin and the daily training starts.</summary>
/// <param name="zone">Where people play.</param>
public sealed class GameClock(TimeZoneInfo zone) : TimeProvider
{
    /// <summary>Where people play, which need not be where the machine stands.</summary>
    public override TimeZoneInfo LocalTimeZone { get; } = zone;

    /// <summary>Reads the setting <c>TimeZone</c>, a zone that this machine knows; without it, the machine's own zone.</summary>
    public static GameClock Read(SettingsReader settings)
    {
        var expected = $"a time zone of this machine such as {Example}";
        var zone = settings.Take("TimeZone", name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _), expected);
        return new(zone is null ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    // Windows has names of its own. It knows those of other systems only together with ICU, which the game does not need.
    private static string Example => OperatingSystem.IsWindows() ? "W. Europe Standard Time" : "Europe/Berlin";
}
