using System.Globalization;
using System.Text;
using GameNight.Benchmarks.Training;

namespace GameNight.Benchmarks.Personal;

/// <summary>Formats what was measured of the players' own contestants as Markdown tables, with intervals by hands or writers.</summary>
internal static class PersonalTables
{
    private const string HabitHead = """
        | habit | hands | from try (median, worst) | from the fourth | later ones right | ordinary ones lost, gained | rivals lost |
        | --- | --- | --- | --- | --- | --- | --- |
        """;

    private const string ErrorHead = """
        | marks wrong | n | network | own | fewer errors | 95 % (writers) | writers with more |
        | --- | --- | --- | --- | --- | --- | --- |
        """;

    /// <summary>The table of the odd habits, a row for each and one for all.</summary>
    public static string Of(IReadOnlyList<HabitResult> results)
    {
        var table = new StringBuilder(HabitHead).AppendLine();
        foreach (var habit in results.GroupBy(result => result.Habit))
            table.AppendLine(Row(habit.Key, [.. habit]));
        var (low, high) = WriterBootstrap.Of(results, EarlyShare);
        var byWriter = results.GroupBy(result => result.Writer).Select(writer => writer.ToList()).ToList();
        var (worse, better) = WriterBootstrap.Of(byWriter, sample => NetGain([.. sample.SelectMany(writer => writer)]));
        return table.AppendLine(Row("all", results))
            .AppendLine()
            .AppendLine(Invariant($"From the fourth try at the latest: 95 % (hands) {100 * low:F1} to {100 * high:F1} %."))
            .Append(Invariant($"Ordinary digits: {NetGain(results):F3} points more right than the network's, "))
            .AppendLine(Invariant($"95 % ({byWriter.Count} writers) {worse:F3} to {better:F3}."))
            .ToString();
    }

    /// <summary>The table of the writers' own errors, a row for each share of wrong marks.</summary>
    public static string Of(IReadOnlyList<OwnErrors> errors)
    {
        var table = new StringBuilder(ErrorHead).AppendLine();
        foreach (var share in errors.GroupBy(error => error.WrongShare))
        {
            var writers = share.GroupBy(error => error.Writer)
                .Select(writer => (Network: writer.Sum(error => error.Network), Own: writer.Sum(error => error.Own))).ToList();
            var (low, high) = WriterBootstrap.Of(writers, Reduction);
            table.Append(Invariant($"| {100 * share.Key:F0} % | {share.Sum(error => error.N):N0} of {writers.Count} writers "))
                .Append(Invariant($"| {writers.Sum(writer => writer.Network)} | {writers.Sum(writer => writer.Own)} "))
                .Append(Invariant($"| {100 * Reduction(writers):F0} % | {100 * low:F0} to {100 * high:F0} "))
                .AppendLine(Invariant($"| {writers.Count(writer => writer.Own > writer.Network)} of {writers.Count} |"));
        }

        return table.ToString();
    }

    private static string Row(string habit, IReadOnlyList<HabitResult> results)
    {
        var from = results.Select(result => result.From).Order().ToList();
        return Invariant($"| {habit} | {results.Count} | {from[from.Count / 2]}, {from[^1]} ")
            + Invariant($"| {results.Count(result => result.From <= 4)} of {results.Count} ")
            + Invariant($"| {results.Sum(result => result.LaterRight):N0} of {results.Sum(result => result.Later):N0} ")
            + Invariant($"| {results.Sum(result => result.Lost)}, {results.Sum(result => result.Gained)} ")
            + Invariant($"of {results.Sum(result => result.Ordinary):N0} ")
            + Invariant($"| {results.Sum(result => result.RivalsLost)} of {results.Sum(result => result.Rivals):N0} |");
    }

    private static double EarlyShare(IReadOnlyList<HabitResult> results) =>
        (double)results.Count(result => result.From <= 4) / results.Count;

    /// <summary>In points of a hundred.</summary>
    private static double NetGain(IReadOnlyList<HabitResult> results) =>
        100.0 * results.Sum(result => result.Gained - result.Lost) / results.Sum(result => result.Ordinary);

    private static double Reduction(IReadOnlyList<(int Network, int Own)> writers) =>
        1 - (double)writers.Sum(writer => writer.Own) / Math.Max(1, writers.Sum(writer => writer.Network));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
