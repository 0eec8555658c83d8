namespace GameNight.Calendar;

/// <summary>What the clocks on the walls of a time zone show, as moments.</summary>
public static class WallClock
{
    /// <summary>
    /// The moment of a date and a time. A time that is skipped when the clocks go forward is as much later as they go forward; of one
    /// that comes twice when they go back, it is the second.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var shown = date.ToDateTime(time);
        return new(Math.Clamp(shown.Ticks - zone.GetUtcOffset(shown).Ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>When it was this time last: now, today or yesterday.</summary>
    public static DateTimeOffset Last(TimeOnly time, TimeProvider clock)
    {
        var (now, zone) = (clock.GetUtcNow(), clock.LocalTimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return At(today, time, zone) is var moment && moment <= now ? moment : At(today.AddDays(-1), time, zone);
    }
}
