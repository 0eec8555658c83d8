using System.Globalization;
using GameNight.Calendar;

namespace GameNight.Tests.Calendar;

public sealed class WallClockTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-20", "04:00", "2026-11-20T03:00:00Z")]
    [InlineData("2026-07-20", "04:00", "2026-07-20T02:00:00Z")]
    // The clocks go from 2:00 to 3:00.
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")]
    // They show 2:30 at 0:30 UTC, too.
    [InlineData("2026-10-25", "02:30", "2026-10-25T01:30:00Z")]
    public void At_AnyTime_IsOneMoment(string date, string time, string moment) => Assert.Equal(Time(moment), WallClock.At(
        DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture), Berlin));

    [Theory]
    [InlineData("2026-11-20T03:00:00Z", "2026-11-20T03:00:00Z")]
    [InlineData("2026-11-20T02:59:00Z", "2026-11-19T03:00:00Z")]
    // Already the 21st in Berlin.
    [InlineData("2026-11-20T23:30:00Z", "2026-11-20T03:00:00Z")]
    // Yesterday was winter time.
    [InlineData("2026-03-29T01:59:00Z", "2026-03-28T03:00:00Z")]
    [InlineData("2026-03-29T02:00:00Z", "2026-03-29T02:00:00Z")]
    public void Last_FourOClock_IsTodayOrYesterday(string now, string last)
    {
        var clock = new FakeClock(Berlin);
        clock.Set(Time(now));
        Assert.Equal(Time(last), WallClock.Last(new TimeOnly(4, 0), clock));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
