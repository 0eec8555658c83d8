using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class TimelineTallyTests
{
    [Fact]
    public void ToTimelines_NoonWithinAnHourOfUtc_DividesTheNightsAndNotTheHour()
    {
        var noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(5.5));
        var tally = new TimelineTally(1, TimeZoneInfo.CreateCustomTimeZone("India", TimeSpan.FromHours(5.5), null, null));
        tally.Add(0, noon.AddMinutes(-1).UtcTicks, isCorrect: true);
        tally.Add(0, noon.UtcTicks, isCorrect: false);
        Assert.Equal([new(noon.AddMinutes(-30), 2, 1)], Periods(tally, TimeStep.Hour));
        Assert.Equal([new(noon.AddDays(-1), 1, 1), new(noon, 1, 0)], Periods(tally, TimeStep.Night));
    }

    private static IReadOnlyList<PeriodStatistics> Periods(TimelineTally tally, TimeStep step) =>
        Assert.Single(tally.ToTimelines(["cnn"], step, last: 10)).Periods;
}
