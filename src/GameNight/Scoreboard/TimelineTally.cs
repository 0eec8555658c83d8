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
    public IReadOnlyList<Timeline> ToTimelines(TimeStep step) =>
        [.. _hours.Select(entry => new Timeline(entry.Key,
            [.. entry.Value
                .GroupBy(hour => Start(hour.Key, step), hour => hour.Value)
                .OrderBy(period => period.Key)
                .Select(period => new PeriodStatistics(period.Key, period.Sum(hour => hour.N), period.Sum(hour => hour.Correct)))]))];

    private static DateTimeOffset Start(DateTimeOffset time, TimeStep step)
    {
        var length = (step == TimeStep.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1)).Ticks;
        return new DateTimeOffset(time.UtcTicks / length * length, TimeSpan.Zero);
    }
}
