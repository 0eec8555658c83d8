using GameNight.Hosting;

namespace GameNight.Tests.Calendar;

public sealed class GameClockTests
{
    [Fact]
    public void TimeZone_Named_IsTheClocks()
    {
        var clock = GameOptions.ReadFor(["--GameNight:TimeZone=Pacific/Auckland"]).Clock;
        Assert.Equal("Pacific/Auckland", clock.LocalTimeZone.Id);
        Assert.Equal(clock.LocalTimeZone.GetUtcOffset(clock.GetUtcNow()), clock.GetLocalNow().Offset);
    }

    [Fact]
    public void TimeZone_NotNamed_IsTheMachines() => Assert.Equal(TimeZoneInfo.Local, GameOptions.ReadFor([]).Clock.LocalTimeZone);
}
