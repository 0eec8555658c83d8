using System.Globalization;
using GameNight.Calendar;

namespace GameNight.Tests.Calendar;

public sealed class NightTests
{
    [Theory]
    [InlineData("UTC", "2026-11-20T11:59:59.9999999Z", "2026-11-19")]
    [InlineData("UTC", "2026-11-20T12:00:00Z", "2026-11-20")]
    [InlineData("UTC", "2026-11-20T20:15:00Z", "2026-11-20")]
    [InlineData("UTC", "2026-11-21T03:00:00Z", "2026-11-20")]
    [InlineData("UTC", "2026-11-21T13:30:00+02:00", "2026-11-20")]
    [InlineData("UTC", "2026-11-20T23:30:00-05:00", "2026-11-20")]
    [InlineData("UTC", "2027-01-01T00:00:00Z", "2026-12-31")]
    [InlineData("Europe/Berlin", "2026-11-20T10:59:59Z", "2026-11-19")]
    [InlineData("Europe/Berlin", "2026-11-20T11:00:00Z", "2026-11-20")]
    [InlineData("Europe/Berlin", "2026-07-20T10:00:00Z", "2026-07-20")]
    [InlineData("Pacific/Auckland", "2026-11-20T12:00:00Z", "2026-11-20")]
    [InlineData("Pacific/Auckland", "2026-11-20T22:59:59Z", "2026-11-20")]
    [InlineData("Pacific/Auckland", "2026-11-20T23:00:00Z", "2026-11-21")]
    [InlineData("America/Los_Angeles", "2026-11-21T12:00:00Z", "2026-11-20")]
    [InlineData("Asia/Kolkata", "2026-11-20T06:30:00Z", "2026-11-20")]
    public void Of_AnyTime_IsTheNightFromNoonToNoon(string zoneName, string time, string name)
    {
        var (moment, zone) = (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        var night = Night.Of(moment, zone);
        Assert.Equal(name, night.Name);
        Assert.True(night.StartIn(zone) <= moment && moment < night.EndIn(zone));
        Assert.Equal(night, Night.Of(night.StartIn(zone), zone));
        Assert.Equal(night, Night.Of(night.EndIn(zone).AddTicks(-1), zone));
        Assert.NotEqual(night, Night.Of(night.EndIn(zone), zone));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", 23)]
    [InlineData("Europe/Berlin", "2026-10-24", 25)]
    [InlineData("Europe/Berlin", "2026-10-25", 24)]
    [InlineData("America/New_York", "2026-10-31", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-04", 24.5)]
    public void Length_OfANightWithAChangeOfClocks_EndsAtNoon(string zoneName, string name, double hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var night = new Night(DateOnly.Parse(name, CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromHours(hours), night.EndIn(zone) - night.StartIn(zone));
        Assert.Equal(12, TimeZoneInfo.ConvertTime(night.EndIn(zone), zone).TimeOfDay.TotalHours);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public void Of_TheFirstAndTheLastTime_IsANight(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        foreach (var time in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            var night = Night.Of(time, zone);
            Assert.True(night.StartIn(zone) <= night.EndIn(zone));
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Chatham")]
    public void Finder_TimesOfAYearInAnyOrder_FindsTheSameNights(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var times = Enumerable.Range(0, 366 * 48).Select(half => start.AddMinutes(30 * half)).ToArray();
        Check();
        new Random(1).Shuffle(times);
        Check();

        void Check()
        {
            var finder = new NightFinder(zone);
            Assert.Equal(times.Select(time => Night.Of(time, zone)), times.Select(time => finder.Of(time.Ticks)));
        }
    }
}
