using System.Globalization;

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

/// <param name="Sorted">Milliseconds, the shortest first.</param>
internal sealed record Quantiles(double[] Sorted)
{
    public double P95 => At(0.95);

    /// <summary>The median, the 95th percentile, the longest and the number, as cells of a table.</summary>
    public string Cells => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):N0} | {P95:N0} | {At(1):N0} | {Sorted.Length:N0}");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At(0.5):N1} ms (median), {P95:N1} ms (p95), {At(1):N1} ms (longest), n = {Sorted.Length:N0}");

    private double At(double share) => Sorted.Length == 0 ? double.NaN : Sorted[(int)(share * (Sorted.Length - 1))];
}
