using System.Globalization;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>Puts the figures of the charts into words.</summary>
public static class ScoreFormatter
{
    /// <summary>From this n on, tenths of a percent are meaningful.</summary>
    private const int MinForTenths = 500;

    /// <summary>
    /// <c>92 % (85–96 %), n = 61</c>: accuracy, 95 % interval and n, with tenths from n = 500 on; <c>no marks yet</c> for n = 0.
    /// </summary>
    public static string Of(Proportion proportion) => proportion switch
    {
        { Accuracy: { } accuracy, Low: { } low, High: { } high, N: >= MinForTenths } => string.Create(
            CultureInfo.InvariantCulture, $"{Tenths(accuracy)} ({100 * low:0.0}–{100 * high:0.0} %), n = {proportion.N:N0}"),
        { Accuracy: { } accuracy, Low: { } low, High: { } high } =>
            $"{Percent(accuracy)} ({Whole(low)}–{Whole(high)} %), n = {Count(proportion.N)}",
        _ => "no marks yet",
    };

    /// <summary>
    /// <c>8 mistakes in 100 (4–15), n = 61</c>: what is left to 100 %, with its 95 % interval and n; with tenths from n = 500 on.
    /// </summary>
    public static string Mistakes(Proportion proportion) => proportion is { Low: { } low, High: { } high }
        ? $"{InHundred(proportion)} {(InHundred(proportion) == "1" ? "mistake" : "mistakes")} in 100 "
            + $"({Format(1 - high, proportion.N)}–{Format(1 - low, proportion.N)}), n = {Count(proportion.N)}"
        : "no marks yet";

    /// <summary><c>8</c>: the mistakes in 100 drawings, with tenths where there are enough drawings to tell; <c>0</c> for n = 0.</summary>
    public static string InHundred(Proportion proportion) => Format(1 - (proportion.Accuracy ?? 1), proportion.N);

    /// <summary>A share in whole per cent. 0 % and 100 % are exact; what rounds to them is <c>&lt;1 %</c> or <c>&gt;99 %</c>.</summary>
    public static string Percent(double share) => Whole(share) switch
    {
        "0" when share > 0 => "<1 %",
        "100" when share < 1 => ">99 %",
        var percent => percent + " %",
    };

    /// <summary><c>1,234</c>.</summary>
    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 drawing</c>, <c>2 drawings</c>.</summary>
    public static string Count(int number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary><c>most correctly guessed: 2, least: 0</c>. Digits with the same accuracy are named together.</summary>
    public static string BestAndWorst(IEnumerable<DigitStatistics> digits)
    {
        var ranks = digits
            .Where(digit => digit.N > 0)
            .GroupBy(digit => digit.Accuracy, digit => digit.Digit)
            .OrderByDescending(rank => rank.Key)
            .ToList();
        return ranks switch
        {
            [] => "no marks yet",
            [var all] => $"equally often guessed: {string.Join(", ", all)}",
            _ => $"most correctly guessed: {string.Join(", ", ranks[0])}, least: {string.Join(", ", ranks[^1])}",
        };
    }

    /// <summary>
    /// <c>most frequent mistake: a drawn 9 read as 4, 3 of 12 times</c>, or that there is none. Of equally frequent mistakes, the one with
    /// the rarer digit is named.
    /// </summary>
    public static string WorstMistake(AlgorithmStatistics algorithm) => Mistake.MostFrequent([algorithm]) is { Cell: var cell } mistake
        ? $"most frequent mistake: a drawn {cell.Drawn} read as {cell.Taken}, {Count(mistake.Count)} of {Count(mistake.N, "time")}"
        : "nothing mistaken yet";

    private static string Format(double share, int n)
    {
        var text = Math.Round(100 * share, n >= MinForTenths ? 1 : 0, MidpointRounding.AwayFromZero)
            .ToString(n >= MinForTenths ? "0.0" : "0", CultureInfo.InvariantCulture);
        return text == "0.0" && share > 0 ? "<0.1" : text;
    }

    private static string Tenths(double share) => Math.Round(1000 * share, MidpointRounding.AwayFromZero) switch
    {
        0 when share > 0 => "<0.1 %",
        1000 when share < 1 => ">99.9 %",
        var tenths => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10:0.0} %"),
    };

    private static string Whole(double share) =>
        Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
