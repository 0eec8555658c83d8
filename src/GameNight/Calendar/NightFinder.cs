namespace GameNight.Calendar;

/// <summary>
/// Finds the nights of many times quickly: it asks the time zone, which is slow, only for a time outside the night of the time before.
/// Not safe for concurrent use.
/// </summary>
public sealed class NightFinder(TimeZoneInfo zone)
{
    private (long Start, long End) _ticks;
    private Night _night;

    /// <param name="time">In ticks of UTC.</param>
    public Night Of(long time)
    {
        if (time < _ticks.Start || time >= _ticks.End)
        {
            _night = Night.Of(new DateTimeOffset(time, TimeSpan.Zero), zone);
            _ticks = (_night.StartIn(zone).Ticks, _night.EndIn(zone).Ticks);
        }

        return _night;
    }
}
