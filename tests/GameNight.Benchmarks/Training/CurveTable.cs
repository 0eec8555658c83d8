using System.Globalization;
using System.Text;
using GameNight.Statistics;

namespace GameNight.Benchmarks.Training;

/// <summary>The learning curve's numbers as Markdown. Drawings of one writer are alike: what is sure is said twice, as if each drawing were a writer's only one (Wilson), and with whole writers drawn by lot (bootstrap).</summary>
internal static class CurveTable
{
    private const int Resamples = 2_000;

    public static string Of(IReadOnlyList<CurvePoint> points, int testSet)
    {
        var table = new StringBuilder("| algorithm | marks | accuracy | n | 95 % (Wilson, one seed's n) | 95 % (writers) | MNIST test | seconds |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var group in points.GroupBy(point => (point.Algorithm, point.Marks)))
        {
            var seeds = group.Select(point => point.Seed).Distinct().Count();
            var writers = group.SelectMany(point => point.Writers).GroupBy(writer => writer.Writer).Select(writer => (N: writer.Sum(score => score.N), Right: writer.Sum(score => score.Right))).ToList();
            var (n, right) = (writers.Sum(writer => writer.N), writers.Sum(writer => writer.Right));
            var sure = new Proportion(n / seeds, (int)Math.Round((double)right / seeds));
            var (low, high) = Bootstrap(writers, resample => (double)resample.Sum(writer => writer.Right) / resample.Sum(writer => writer.N));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {group.Key.Algorithm} | {group.Key.Marks:N0} | {100.0 * right / n:F2} % | {n / seeds:N0} × {seeds} | {100 * sure.Low:F2} to {100 * sure.High:F2} | {100 * low:F2} to {100 * high:F2} | {(testSet == 0 ? "" : $"{100 * group.Average(point => point.TestRight) / testSet:F2} %")} | {group.Average(point => point.Seconds):F1} |");
        }

        return table.ToString();
    }

    public static string Of(IReadOnlyList<PersonalPoint> points)
    {
        var writers = points.GroupBy(point => point.Writer).Select(writer => (Before: writer.Sum(point => point.Before), After: writer.Sum(point => point.After))).ToList();
        static double Fewer(IEnumerable<(int Before, int After)> some) => some.Aggregate((Before: 0, After: 0), (sum, one) => (sum.Before + one.Before, sum.After + one.After)) is { Before: > 0 } all ? 1 - (double)all.After / all.Before : 0;
        var (low, high) = Bootstrap(writers, Fewer);
        var slowest = points.Select(point => point.SlowestMilliseconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"""
             | personal | |
             | --- | --- |
             | drawings judged | {points.Sum(point => point.N):N0} of {writers.Count} writers, after {points.Average(point => point.Marks):F0} marks each |
             | errors of the network that ships | {points.Sum(point => point.Before)} ({100.0 * points.Sum(point => point.Before) / points.Sum(point => point.N):F2} %) |
             | errors of the personal layer | {points.Sum(point => point.After)} ({100.0 * points.Sum(point => point.After) / points.Sum(point => point.N):F2} %) |
             | fewer errors | {100 * Fewer(writers):F0} % (95 %, writers drawn by lot: {100 * low:F0} to {100 * high:F0}) |
             | writers with more errors than before | {writers.Count(writer => writer.After > writer.Before)} of {writers.Count} |
             | slowest mark, its copies included | {slowest[slowest.Count / 2]:F0} ms (median over writers), {slowest[^1]:F0} ms at most |

             """);
    }

    private static (double Low, double High) Bootstrap<T>(List<T> writers, Func<IReadOnlyList<T>, double> statistic)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, Resamples).Select(_ => statistic(random.GetItems(writers.ToArray(), writers.Count))).Order().ToList();
        return (values[Resamples / 40], values[Resamples - 1 - Resamples / 40]);
    }
}
