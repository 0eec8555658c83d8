using System.Globalization;
using System.Text;
using GameNight.Statistics;

namespace GameNight.Benchmarks.Training;

/// <summary>
/// Formats the learning curve as Markdown tables. Drawings of one writer resemble each other, so that there are two intervals:
/// Wilson's, as if all drawings were independent, and a bootstrap over writers.
/// </summary>
internal static class CurveTable
{
    private const string Head = """
        | algorithm | marks | accuracy | n | 95 % (Wilson, one seed's n) | 95 % (writers) | gain (95 %, writers) | MNIST test | seconds |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    /// <summary>The table of the learners of all players.</summary>
    /// <param name="points">The measurements.</param>
    /// <param name="testSet">The number of images in MNIST's test set; 0 without it.</param>
    public static string Of(IReadOnlyList<CurvePoint> points, int testSet)
    {
        var table = new StringBuilder(Head).AppendLine();
        foreach (var group in points.GroupBy(point => (point.Algorithm, point.Marks)))
        {
            var without = points.Where(point => point.Algorithm == group.Key.Algorithm && point.Marks == 0);
            table.AppendLine(Row(group.Key.Algorithm, group.Key.Marks, [.. group], [.. without], testSet));
        }

        return table.ToString();
    }

    /// <summary>The table of the personal layers.</summary>
    public static string Of(IReadOnlyList<PersonalPoint> points)
    {
        var writers = points.GroupBy(point => point.Writer)
            .Select(writer => (Before: writer.Sum(point => point.Before), After: writer.Sum(point => point.After))).ToList();
        var (n, before, after) = (points.Sum(point => point.N), writers.Sum(writer => writer.Before), writers.Sum(writer => writer.After));
        var (low, high) = WriterBootstrap.Of(writers, ErrorReduction);
        var slowest = points.Select(point => point.SlowestMilliseconds).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | personal | |
            | --- | --- |
            | drawings judged | {n:N0} of {writers.Count} writers, after {points.Average(point => point.Marks):F0} marks each |
            | errors of the network that ships | {before} ({100.0 * before / n:F2} %) |
            | errors of the personal layer | {after} ({100.0 * after / n:F2} %) |
            | fewer errors | {100 * ErrorReduction(writers):F0} % (95 %, bootstrap over writers: {100 * low:F0} to {100 * high:F0}) |
            | writers with more errors than before | {writers.Count(writer => writer.After > writer.Before)} of {writers.Count} |
            | slowest mark, its copies included | {slowest[slowest.Count / 2]:F0} ms (median over writers), {slowest[^1]:F0} ms at most |

            """);
    }

    private static string Row(string algorithm, int marks, List<CurvePoint> points, List<CurvePoint> without, int testSet)
    {
        var seeds = points.Select(point => point.Seed).Distinct().Count();
        var writers = points.SelectMany(point => point.Writers).GroupBy(writer => writer.Writer)
            .Select(writer => (N: writer.Sum(score => score.N), Right: writer.Sum(score => score.Right))).ToList();
        var (n, right) = (writers.Sum(writer => writer.N), writers.Sum(writer => writer.Right));
        var wilson = new Proportion(n / seeds, (int)Math.Round((double)right / seeds));
        var (low, high) = WriterBootstrap.Of(
            writers, resample => (double)resample.Sum(writer => writer.Right) / resample.Sum(writer => writer.N));
        var test = testSet == 0 ? "" : Invariant($"{100 * points.Average(point => point.TestRight) / testSet:F2} %");
        return Invariant($"| {algorithm} | {marks:N0} | {100.0 * right / n:F2} % | {n / seeds:N0} × {seeds} ")
            + Invariant($"| {100 * wilson.Low:F2} to {100 * wilson.High:F2} | {100 * low:F2} to {100 * high:F2} ")
            + Invariant($"| {Gain(points, without)} | {test} | {points.Average(point => point.Seconds):F1} |");
    }

    /// <summary>
    /// The points that were gained over no marks, on the same drawings, with the interval over writers; empty without both.
    /// </summary>
    private static string Gain(List<CurvePoint> points, List<CurvePoint> without)
    {
        var before = without.SelectMany(point => point.Writers)
            .ToDictionary(writer => writer.Writer, writer => (double)writer.Right / writer.N);
        var gains = points.SelectMany(point => point.Writers).Where(score => before.ContainsKey(score.Writer))
            .GroupBy(score => score.Writer)
            .Select(writer => (N: writer.Sum(score => score.N), More: writer.Sum(score => score.Right - score.N * before[writer.Key])))
            .ToList();
        if (gains.Count == 0 || points.Exists(point => point.Marks == 0))
            return "";
        double Points(IReadOnlyList<(int N, double More)> of) => 100 * of.Sum(writer => writer.More) / of.Sum(writer => writer.N);
        var (low, high) = WriterBootstrap.Of(gains, Points);
        return Invariant($"{Points(gains):+0.00;-0.00} ({low:+0.00;-0.00} to {high:+0.00;-0.00})");
    }

    /// <summary>The share of the network's errors that the personal layers do not make.</summary>
    private static double ErrorReduction(IReadOnlyList<(int Before, int After)> writers)
    {
        var before = writers.Sum(writer => writer.Before);
        return before == 0 ? 0 : 1 - (double)writers.Sum(writer => writer.After) / before;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
