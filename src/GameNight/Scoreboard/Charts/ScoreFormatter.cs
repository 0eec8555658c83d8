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
    /// <c>92 % (85–96 %), n = 61</c>: accuracy, 95 % interval and n, with tenths from n = 500 on; <c>no answers yet</c> for n = 0.
    /// </summary>
    public static string Of(Proportion proportion) => proportion switch
    {
        { Accuracy: { } accuracy, Low: { } low, High: { } high, N: >= MinForTenths } => string.Create(
            CultureInfo.InvariantCulture, $"{Tenths(accuracy)} ({100 * low:0.0}–{100 * high:0.0} %), n = {proportion.N:N0}"),
        { Accuracy: { } accuracy, Low: { } low, High: { } high } =>
            $"{Percent(accuracy)} ({Whole(low)}–{Whole(high)} %), n = {Count(proportion.N)}",
        _ => "no answers yet",
    };

    /// <summary>
    /// <c>8 mistakes in 100 (4–15), n = 61</c>: what is left to 100 %, with its 95 % interval and n; with tenths from n = 500 on.
    /// </summary>
    public static string Mistakes(Proportion proportion) => proportion.N == 0 ? "no answers yet"
        : $"{InHundred(proportion)} {(InHundred(proportion) == "1" ? "mistake" : "mistakes")} in 100 {Interval(proportion)}";

    /// <summary>
    /// Where it is clear that mistakes are meant: <c>5 of 61 (4–18 in 100)</c>, and from n = 500 on
    /// <c>8.2 in 100 (7.0–9.6), n = 1,234</c>. With few drawings, rounded figures would look equal where they are not.
    /// </summary>
    public static string ShortMistakes(Proportion proportion) => proportion switch
    {
        { N: 0 } => "no answers yet",
        { N: < MinForTenths, Low: { } low, High: { } high } =>
            $"{Count(proportion.N - proportion.Correct)} of {Count(proportion.N)} ({Format(1 - high, 1)}–{Format(1 - low, 1)} in 100)",
        _ => $"{InHundred(proportion)} in 100 {Interval(proportion)}",
    };

    /// <summary><c>8</c>: the mistakes in 100 drawings, with tenths where there are enough drawings to tell; <c>0</c> for n = 0.</summary>
    public static string InHundred(Proportion proportion) => Format(1 - (proportion.Accuracy ?? 1), proportion.N);

    /// <summary>
    /// In two parts for big type: <c>5</c> and <c>mistakes in 61</c>; from n = 500 on <c>8.2</c> and <c>mistakes in 100, n = 1,234</c>.
    /// </summary>
    public static (string Number, string Unit) BriefMistakes(Proportion share) => (share.N, share.N - share.Correct) switch
    {
        ( >= MinForTenths, _) => (InHundred(share), $"mistakes in 100, n = {Count(share.N)}"),
        (_, 1) => ("1", $"mistake in {Count(share.N)}"),
        var (n, mistakes) => (Count(mistakes), $"mistakes in {Count(n)}"),
    };

    /// <summary>
    /// <c>3 mistakes in 61</c>, and from 100 drawings on <c>8 mistakes in 100</c>, or, where they are too few for that, <c>1 mistake in
    /// 450</c>; <c>no mistake in 61</c> where all is right.
    /// </summary>
    /// <param name="proportion">At least one drawing.</param>
    public static string MistakeRate(Proportion proportion)
    {
        var mistakes = proportion.N - proportion.Correct;
        return (mistakes, InHundred(proportion)) switch
        {
            (0, _) => $"no mistake in {Count(proportion.N)}",
            var (_, rate) when proportion.N < 100 || rate == "0" => $"{Count(mistakes, "mistake")} in {Count(proportion.N)}",
            (_, "1") => "1 mistake in 100",
            (_, "<0.1") => "fewer than 0.1 mistakes in 100",
            var (_, rate) => $"{rate} mistakes in 100",
        };
    }

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

    /// <summary>
    /// <c>favourite mistake: a drawn 9 read as 4, 3 of 12 times</c>, or that there is none. Of equally frequent mistakes, the one with
    /// the rarer digit is named.
    /// </summary>
    public static string WorstMistake(AlgorithmStatistics algorithm) => Mistake.MostFrequent([algorithm]) is { } mistake
        ? $"favourite mistake: a drawn {mistake.Drawn} read as {mistake.Taken}, {Count(mistake.Count)} of {Count(mistake.N, "time")}"
        : "nothing mistaken yet";

    private static string Interval(Proportion share) =>
        $"({Format(1 - share.High!.Value, share.N)}–{Format(1 - share.Low!.Value, share.N)}), n = {Count(share.N)}";

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
