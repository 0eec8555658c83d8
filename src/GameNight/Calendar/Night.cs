using System.Globalization;

namespace GameNight.Calendar;

/// <summary>
/// A game night: from noon to noon in the game's time zone, so that drawings after midnight belong to the evening before. A night in
/// which the clocks change has 23 or 25 hours in most zones.
/// </summary>
/// <param name="Date">The day of its first noon.</param>
public readonly record struct Night(DateOnly Date)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Like <c>2026-11-20</c>.</summary>
    public string Name => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The night at the time, and in the zone, of a clock.</summary>
    public static Night Now(TimeProvider clock) => Of(clock.GetUtcNow(), clock.LocalTimeZone);

    /// <summary>The night to which a time belongs.</summary>
    public static Night Of(DateTimeOffset time, TimeZoneInfo zone)
    {
        var sinceNoon = time.UtcTicks + zone.GetUtcOffset(time).Ticks - Noon.Ticks;
        return new(DateOnly.FromDayNumber((int)(Math.Clamp(sinceNoon, 0, DateTime.MaxValue.Ticks) / TimeSpan.TicksPerDay)));
    }

    /// <summary>The first moment of the night.</summary>
    public DateTimeOffset StartIn(TimeZoneInfo zone) => WallClock.At(Date, Noon, zone);

    /// <summary>The first moment after the night.</summary>
    public DateTimeOffset EndIn(TimeZoneInfo zone) =>
        Date == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new Night(Date.AddDays(1)).StartIn(zone);
}
