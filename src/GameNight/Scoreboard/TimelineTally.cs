using GameNight.Observations;

namespace GameNight.Scoreboard;

/// <summary>Counts marked observations by the hour in which they were drawn, one after the other in any order.</summary>
public sealed class TimelineTally
{
    private readonly SortedDictionary<string, Dictionary<DateTimeOffset, (int N, int Correct)>> _hours = new(StringComparer.Ordinal);

    public void Add(Observation observation)
    {
        if (observation.Label is not { Digit: var digit })
            return;
        var hour = Start(observation.Time, TimeStep.Hour);
        foreach (var guess in observation.Guesses)
        {
            if (!_hours.TryGetValue(guess.Algorithm, out var hours))
                _hours[guess.Algorithm] = hours = [];
            var (n, correct) = hours.GetValueOrDefault(hour);
            hours[hour] = (n + 1, correct + (guess.Digit == digit ? 1 : 0));
        }
    }

    /// <summary>One for each algorithm that guessed a marked drawing, by id.</summary>
    /// <param name="step">How long a period is.</param>
    /// <param name="last">At most so many periods, the last ones in which anything was marked.</param>
    public IReadOnlyList<Timeline> ToTimelines(TimeStep step, int last)
    {
        var first = _hours.Values.SelectMany(hours => hours.Keys).Select(hour => Start(hour, step)).Distinct().Order().TakeLast(last).FirstOrDefault();
        return [.. _hours.Select(entry => new Timeline(entry.Key,
            [.. entry.Value
                .GroupBy(hour => Start(hour.Key, step), hour => hour.Value)
                .Where(period => period.Key >= first)
                .OrderBy(period => period.Key)
                .Select(period => new PeriodStatistics(period.Key, period.Sum(hour => hour.N), period.Sum(hour => hour.Correct)))]))];
    }

    private static DateTimeOffset Start(DateTimeOffset time, TimeStep step)
    {
        var length = (step == TimeStep.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1)).Ticks;
        return new DateTimeOffset(time.UtcTicks / length * length, TimeSpan.Zero);
    }
}
