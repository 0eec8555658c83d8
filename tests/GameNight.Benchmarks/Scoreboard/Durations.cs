namespace GameNight.Benchmarks.Scoreboard;

/// <summary>How long the same thing took, again and again.</summary>
internal sealed class Durations(string what)
{
    private readonly List<double> _milliseconds = [];

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public override string ToString()
    {
        var sorted = _milliseconds.Order().ToList();
        double At(double share) => sorted[(int)(share * (sorted.Count - 1))];
        return $"{what}: {At(0.5):N1} ms (median), {At(0.95):N1} ms (p95), {sorted[^1]:N1} ms (most); n = {sorted.Count:N0}";
    }
}
