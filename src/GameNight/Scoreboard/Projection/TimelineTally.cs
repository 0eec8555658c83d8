using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Right and marked, by series and by the hour in which a digit was drawn.</summary>
public sealed class TimelineTally(int series)
{
    private readonly Dictionary<long, int[]> _hours = [];
    private (long Hour, int[] Counts) _last = (-1, []);

    public void Add(int series, long time, bool isRight)
    {
        var hour = time / TimeSpan.TicksPerHour;
        // Plays come about in the order of time.
        if (hour != _last.Hour)
            _last = (hour, CountsOf(hour));
        _last.Counts[2 * series]++;
        _last.Counts[2 * series + 1] += isRight ? 1 : 0;
    }

    public void Merge(TimelineTally other)
    {
        foreach (var (hour, counts) in other._hours)
            Sums.Add(CountsOf(hour), counts);
    }

    /// <summary>One for each series that guessed a marked drawing, by name.</summary>
    /// <param name="names">The series.</param>
    /// <param name="step">How long a period is.</param>
    /// <param name="last">At most so many periods, the last ones in which anything was marked.</param>
    public IReadOnlyList<Timeline> ToTimelines(IReadOnlyList<string> names, TimeStep step, int last)
    {
        var hours = step == TimeStep.Hour ? 1 : 24;
        var periods = _hours.GroupBy(hour => hour.Key / hours).OrderBy(period => period.Key).TakeLast(last)
            .Select(period => (Start: new DateTimeOffset(period.Key * hours * TimeSpan.TicksPerHour, TimeSpan.Zero), Hours: period.Select(hour => hour.Value).ToList())).ToList();
        var seen = Enumerable.Range(0, series).Where(one => _hours.Values.Any(counts => counts[2 * one] > 0));
        return
        [
            .. seen.Select(one => new Timeline(names[one],
            [
                .. periods.Select(period => new PeriodStatistics(period.Start, period.Hours.Sum(counts => counts[2 * one]), period.Hours.Sum(counts => counts[2 * one + 1])))
                    .Where(period => period.N > 0),
            ])).OrderBy(timeline => timeline.Algorithm, StringComparer.Ordinal),
        ];
    }

    private int[] CountsOf(long hour)
    {
        if (!_hours.TryGetValue(hour, out var counts))
            _hours[hour] = counts = new int[2 * series];
        return counts;
    }
}
