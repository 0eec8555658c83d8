namespace GameNight.Calendar;

/// <summary>Converts the date and time that clocks in a time zone show into moments.</summary>
public static class WallClock
{
    /// <summary>
    /// The moment of a date and a time. A time that is skipped when the clocks go forward counts as if they had not; a time that comes
    /// twice when they go back is the second one.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var shown = date.ToDateTime(time);
        return new(Math.Clamp(shown.Ticks - zone.GetUtcOffset(shown).Ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>The latest moment, up to now, at which clocks in the zone showed this time: today or yesterday.</summary>
    public static DateTimeOffset Last(TimeOnly time, TimeProvider clock)
    {
        var (now, zone) = (clock.GetUtcNow(), clock.LocalTimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return At(today, time, zone) is var moment && moment <= now ? moment : At(today.AddDays(-1), time, zone);
    }
}
