namespace GameNight.Benchmarks.Training;

/// <summary>
/// Intervals by writers: drawings of one writer resemble each other, so that writers are drawn by lot, with replacement, and not drawings
/// (B. Efron, "Bootstrap methods: another look at the jackknife", 1979).
/// </summary>
internal static class WriterBootstrap
{
    private const int Resamples = 2_000;

    /// <summary>The 95 % interval of a statistic; the same for the same writers.</summary>
    /// <param name="writers">What was measured with each writer; at least one.</param>
    /// <param name="statistic">The statistic of any sample of them.</param>
    public static (double Low, double High) Of<T>(IReadOnlyList<T> writers, Func<IReadOnlyList<T>, double> statistic)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, Resamples)
            .Select(_ => statistic(random.GetItems(writers.ToArray(), writers.Count))).Order().ToList();
        return (values[Resamples / 40], values[Resamples - 1 - Resamples / 40]);
    }
}
