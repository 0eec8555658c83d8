namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>Sums samples up.</summary>
internal static class SampleTable
{
    private const int Parts = 4;

    /// <summary>The medians of the four quarters of the time; the crash is between the second and the third.</summary>
    public static void Print(IReadOnlyList<Sample> samples, TimeSpan time)
    {
        Console.WriteLine("| median of | 1st quarter | 2nd quarter | after the crash: 3rd quarter | 4th quarter |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, of) in Sample.Columns)
        {
            var medians = Enumerable.Range(0, Parts).Select(part => Median(samples
                .Where(sample => (int)(Parts * sample.Seconds / (time.TotalSeconds + 1)) == part).Select(of)));
            Console.WriteLine($"| {name} | {string.Join(" | ", medians.Select(median => $"{median:N0}"))} |");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Where(double.IsFinite).Order().ToList() switch
    {
        [] => double.NaN,
        var sorted => sorted[sorted.Count / 2],
    };
}
