namespace GameNight.Simulation;

/// <summary>When a crowd plays: in the evening, and on weekends more.</summary>
internal static class CrowdCalendar
{
    private const double Weekend = 2;

    /// <summary>How busy each hour of a day is, in UTC.</summary>
    private static readonly double[] Hours = [3, 1, 0.3, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 1.5, 1.5, 1.5, 2, 3, 5, 8, 10, 10, 8, 5];

    /// <summary>So many times within the days, in order.</summary>
    public static DateTimeOffset[] Draw(int count, DateTimeOffset start, int days, Random random)
    {
        var until = new double[days * Hours.Length];
        for (var hour = 0; hour < until.Length; hour++)
            until[hour] = Busyness(start.AddHours(hour)) + (hour > 0 ? until[hour - 1] : 0);
        var times = new DateTimeOffset[count];
        for (var i = 0; i < count; i++)
        {
            var hour = Array.BinarySearch(until, random.NextDouble() * until[^1]);
            times[i] = start.AddHours((hour < 0 ? ~hour : hour) + random.NextDouble());
        }

        Array.Sort(times);
        return times;
    }

    private static double Busyness(DateTimeOffset time) =>
        Hours[time.UtcDateTime.Hour] * (time.UtcDateTime.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? Weekend : 1);
}
