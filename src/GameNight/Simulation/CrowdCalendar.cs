namespace GameNight.Simulation;

/// <summary>The times at which a crowd plays: mostly in the evening, and more on Fridays and Saturdays.</summary>
internal static class CrowdCalendar
{
    private const double WeekendFactor = 2;

    /// <summary>The weight of each hour of a day, in UTC.</summary>
    private static readonly double[] Hours =
        [3, 1, 0.3, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 1.5, 1.5, 1.5, 2, 3, 5, 8, 10, 10, 8, 5];

    /// <summary>Random times within the days, in order.</summary>
    public static DateTimeOffset[] Draw(int count, DateTimeOffset start, int days, Random random)
    {
        var cumulative = new double[days * Hours.Length];
        for (var hour = 0; hour < cumulative.Length; hour++)
            cumulative[hour] = Weight(start.AddHours(hour)) + (hour > 0 ? cumulative[hour - 1] : 0);
        var times = new DateTimeOffset[count];
        for (var i = 0; i < count; i++)
        {
            var hour = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
            times[i] = start.AddHours((hour < 0 ? ~hour : hour) + random.NextDouble());
        }

        Array.Sort(times);
        return times;
    }

    private static double Weight(DateTimeOffset time)
    {
        var isWeekend = time.UtcDateTime.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday;
        return Hours[time.UtcDateTime.Hour] * (isWeekend ? WeekendFactor : 1);
    }
}
