using GameNight.Configuration;

namespace GameNight.Calendar;

/// <summary>The machine's clock, in the time zone in which people play: nights begin and end by it, and so does the hour of training.</summary>
/// <param name="zone">Where people play.</param>
public sealed class GameClock(TimeZoneInfo zone) : TimeProvider
{
    /// <summary>Where people play, which need not be where the machine stands.</summary>
    public override TimeZoneInfo LocalTimeZone { get; } = zone;

    /// <summary>The machine's own zone where none is named.</summary>
    public static GameClock Read(SettingsReader settings)
    {
        var zone = settings.Take("TimeZone", name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _), $"a time zone of this machine such as {Example}");
        return new(zone is null ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    // Windows has names of its own, and knows the others only together with ICU, without which the game runs.
    private static string Example => OperatingSystem.IsWindows() ? "W. Europe Standard Time" : "Europe/Berlin";
}
