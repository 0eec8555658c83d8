using GameNight.Calendar;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts guesses and right guesses, by series and by the hour of UTC and the night in which the digit was drawn.</summary>
/// <param name="series">How many series there are.</param>
/// <param name="zone">The time zone in which nights begin and end.</param>
public sealed class TimelineTally(int series, TimeZoneInfo zone)
{
    private readonly NightFinder _nights = new(zone);

    // Where noon is not on an hour of UTC, as in India, two nights share an hour.
    private readonly Dictionary<(long Hour, Night Night), int[]> _hours = [];
    private ((long Hour, Night Night) Key, int[] Counts) _last = ((-1, default), []);

    public void Add(int series, long time, bool isCorrect)
    {
        var key = (time / TimeSpan.TicksPerHour, _nights.Of(time));
        // Rows are mostly in the order of time, so the last hour saves most look-ups.
        if (key != _last.Key)
            _last = (key, CountsOf(key));
        _last.Counts[2 * series]++;
        _last.Counts[2 * series + 1] += isCorrect ? 1 : 0;
    }

    public void Merge(TimelineTally other)
    {
        foreach (var (key, counts) in other._hours)
            Sums.Add(CountsOf(key), counts);
    }

    /// <summary>One entry for each series that guessed a labelled drawing, in order of name.</summary>
    /// <param name="names">The names of the series.</param>
    /// <param name="step">The length of a period.</param>
    /// <param name="last">How many periods are kept at most: the last ones with a labelled drawing.</param>
    public IReadOnlyList<Timeline> ToTimelines(IReadOnlyList<string> names, TimeStep step, int last)
    {
        var periods = _hours
            .GroupBy(hour => step == TimeStep.Hour
                ? new DateTimeOffset(hour.Key.Hour * TimeSpan.TicksPerHour, TimeSpan.Zero)
                : hour.Key.Night.StartIn(zone))
            .OrderBy(period => period.Key)
            .TakeLast(last)
            .Select(period => new Period(period.Key, [.. period.Select(hour => hour.Value)]))
            .ToList();
        return
        [
            .. Enumerable.Range(0, series)
                .Where(one => _hours.Values.Any(counts => counts[2 * one] > 0))
                .Select(one => new Timeline(names[one], [.. periods.Select(period => period.Of(one)).Where(period => period.N > 0)]))
                .OrderBy(timeline => timeline.Algorithm, StringComparer.Ordinal),
        ];
    }

    private int[] CountsOf((long Hour, Night Night) key)
    {
        if (!_hours.TryGetValue(key, out var counts))
            _hours[key] = counts = new int[2 * series];
        return counts;
    }

    private sealed record Period(DateTimeOffset Start, IReadOnlyList<int[]> Hours)
    {
        public PeriodStatistics Of(int series) =>
            new(Start, Hours.Sum(counts => counts[2 * series]), Hours.Sum(counts => counts[2 * series + 1]));
    }
}
