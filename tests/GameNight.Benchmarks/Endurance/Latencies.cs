namespace GameNight.Benchmarks.Endurance;

/// <summary>How long something took, and when it began.</summary>
internal sealed class Latencies
{
    private readonly List<(TimeSpan Start, double Milliseconds)> _all = [];

    /// <param name="start">When it began.</param>
    /// <param name="duration">How long it took.</param>
    public void Add(TimeSpan start, TimeSpan duration)
    {
        lock (_all)
            _all.Add((start, duration.TotalMilliseconds));
    }

    /// <summary>Of what began within a time, which has no end where none is given.</summary>
    public Quantiles Within(TimeSpan from, TimeSpan? to = null)
    {
        lock (_all)
            return new Quantiles([.. _all.Where(one => one.Start >= from && !(one.Start >= to)).Select(one => one.Milliseconds).Order()]);
    }
}
