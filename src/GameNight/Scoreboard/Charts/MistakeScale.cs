using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>
/// A level axis of mistakes in 100 that is fitted to what it shows, so that 1 and 3 mistakes look different. Who makes far more mistakes
/// than most is beyond its end.
/// </summary>
/// <param name="Low">The share of mistakes at its start, 0..1.</param>
/// <param name="High">The share at its end, above <paramref name="Low"/>, 0..1.</param>
/// <param name="Step">From one tick to the next.</param>
public sealed record MistakeScale(double Low, double High, double Step)
{
    /// <summary>An interval that ends beyond so many times that of the contestant in the middle does not stretch the axis.</summary>
    private const double Far = 3;

    /// <summary>Where a share below 4 times the start leaves the start at 0: nobody should wonder where 0 is.</summary>
    private const double NearZero = 0.25;

    private static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

    /// <summary>The ticks, from <see cref="Low"/> to <see cref="High"/>.</summary>
    public IReadOnlyList<double> Ticks =>
        [.. Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Math.Round(Low + i * Step, 6))];

    /// <param name="shown">Those without answers take no place.</param>
    public static MistakeScale Over(IEnumerable<Proportion> shown)
    {
        var (lows, highs) = (new List<double>(), new List<double>());
        foreach (var (low, high) in shown.Where(share => share.N > 0).Select(share => (1 - share.High!.Value, 1 - share.Low!.Value)))
            (lows, highs) = ([.. lows, low], [.. highs, high]);
        if (highs.Count == 0)
            return new MistakeScale(0, 1, Steps[^1]);
        highs.Sort();
        var most = highs.Last(high => high <= Math.Max(Far * highs[(highs.Count - 1) / 2], highs[0]));
        var least = lows.Min() < NearZero * most ? 0 : lows.Min();
        var step = Steps.FirstOrDefault(step => most - least <= 5 * step, Steps[^1]);
        return new MistakeScale(
            Math.Floor(least / step + 1e-9) * step, Math.Min(1, Math.Max(Math.Ceiling(most / step - 1e-9), 1) * step), step);
    }

    /// <summary>The position of a share of mistakes, 0..1 from the start to the end; one beyond lies at the end.</summary>
    public double X(double share) => Math.Clamp((share - Low) / (High - Low), 0, 1);

    /// <summary>Whether a share lies beyond the end.</summary>
    public bool IsBeyond(double share) => share > High;
}
