using System.Globalization;
using GameNight.Calendar;

namespace GameNight.Tests.Calendar;

public sealed class NightTests
{
    [Theory]
    [InlineData("2026-11-20T11:59:59.9999999Z", "2026-11-19")]
    [InlineData("2026-11-20T12:00:00Z", "2026-11-20")]
    [InlineData("2026-11-20T20:15:00Z", "2026-11-20")]
    [InlineData("2026-11-21T03:00:00Z", "2026-11-20")]
    [InlineData("2026-11-21T13:30:00+02:00", "2026-11-20")]
    [InlineData("2026-11-20T23:30:00-05:00", "2026-11-20")]
    [InlineData("2027-01-01T00:00:00Z", "2026-12-31")]
    public void Of_AnyTime_IsTheNightFromNoonToNoon(string time, string name)
    {
        var moment = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        var night = Night.Of(moment);
        Assert.Equal(name, night.Name);
        Assert.True(night.Start <= moment && moment < night.End);
        Assert.Equal(Night.Of(night.Start), Night.Of(night.End.AddTicks(-1)));
        Assert.NotEqual(night, Night.Of(night.End));
    }
}
