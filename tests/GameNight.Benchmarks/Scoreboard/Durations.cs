namespace GameNight.Benchmarks.Scoreboard;

/// <summary>The times of a repeated operation.</summary>
/// <param name="operation">The name of the operation.</param>
internal sealed class Durations(string operation)
{
    private readonly List<double> _milliseconds = [];

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <summary>The quantiles; there must be at least one time.</summary>
    public override string ToString()
    {
        var sorted = _milliseconds.Order().ToList();
        double At(double share) => sorted[(int)(share * (sorted.Count - 1))];
        return $"{operation}: {At(0.5):N1} ms (median), {At(0.95):N1} ms (p95), {sorted[^1]:N1} ms (most); n = {sorted.Count:N0}";
    }
}
