using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts guesses and right guesses, by series and by the hour in which the digit was drawn.</summary>
public sealed class TimelineTally(int series)
{
    private readonly Dictionary<long, int[]> _hours = [];
    private (long Hour, int[] Counts) _last = (-1, []);

    public void Add(int series, long time, bool isCorrect)
    {
        var hour = time / TimeSpan.TicksPerHour;
        // Rows are mostly in the order of time, so the last hour saves most look-ups.
        if (hour != _last.Hour)
            _last = (hour, CountsOf(hour));
        _last.Counts[2 * series]++;
        _last.Counts[2 * series + 1] += isCorrect ? 1 : 0;
    }

    public void Merge(TimelineTally other)
    {
        foreach (var (hour, counts) in other._hours)
            Sums.Add(CountsOf(hour), counts);
    }

    /// <summary>One entry for each series that guessed a labelled drawing, in order of name.</summary>
    /// <param name="names">The names of the series.</param>
    /// <param name="step">The length of a period.</param>
    /// <param name="last">How many periods are kept at most: the last ones with a labelled drawing.</param>
    public IReadOnlyList<Timeline> ToTimelines(IReadOnlyList<string> names, TimeStep step, int last)
    {
        var hours = step == TimeStep.Hour ? 1 : 24;
        var periods = _hours
            .GroupBy(hour => hour.Key / hours)
            .OrderBy(period => period.Key)
            .TakeLast(last)
            .Select(period => new Period(
                new DateTimeOffset(period.Key * hours * TimeSpan.TicksPerHour, TimeSpan.Zero),
                [.. period.Select(hour => hour.Value)]))
            .ToList();
        return
        [
            .. Enumerable.Range(0, series)
                .Where(one => _hours.Values.Any(counts => counts[2 * one] > 0))
                .Select(one => new Timeline(names[one], [.. periods.Select(period => period.Of(one)).Where(period => period.N > 0)]))
                .OrderBy(timeline => timeline.Algorithm, StringComparer.Ordinal),
        ];
    }

    private int[] CountsOf(long hour)
    {
        if (!_hours.TryGetValue(hour, out var counts))
            _hours[hour] = counts = new int[2 * series];
        return counts;
    }

    private sealed record Period(DateTimeOffset Start, IReadOnlyList<int[]> Hours)
    {
        public PeriodStatistics Of(int series) =>
            new(Start, Hours.Sum(counts => counts[2 * series]), Hours.Sum(counts => counts[2 * series + 1]));
    }
}
