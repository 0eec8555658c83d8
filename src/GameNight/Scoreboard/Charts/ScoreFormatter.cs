using System.Globalization;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>Numbers in words. A percentage never goes without its n.</summary>
public static class ScoreFormatter
{
    /// <summary>From so many drawings on, tenths of a percent say something.</summary>
    private const int Many = 500;

    /// <summary><c>92 % (85–96 %), n = 61</c>, with tenths where there are many; or that there is nothing yet.</summary>
    public static string Of(Proportion proportion) =>
        proportion is { Accuracy: { } accuracy, Low: { } low, High: { } high }
            ? proportion.N < Many
                ? $"{Percent(accuracy)} ({Whole(low)}–{Whole(high)} %), n = {Count(proportion.N)}"
                : string.Create(CultureInfo.InvariantCulture, $"{Tenths(accuracy)} ({100 * low:0.0}–{100 * high:0.0} %), n = {proportion.N:N0}")
            : "no marks yet";

    /// <summary>Whole percents, but neither 0 % nor 100 % is said of what is not quite that.</summary>
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

    /// <summary><c>most correctly guessed: 2, least: 0</c>; digits that are equally good are named together.</summary>
    public static string BestAndWorst(IEnumerable<DigitStatistics> digits)
    {
        var ranks = digits.Where(digit => digit.N > 0).GroupBy(digit => digit.Accuracy, digit => digit.Digit).OrderByDescending(rank => rank.Key).ToList();
        return ranks switch
        {
            [] => "no marks yet",
            [var all] => $"equally often guessed: {string.Join(", ", all)}",
            _ => $"most correctly guessed: {string.Join(", ", ranks[0])}, least: {string.Join(", ", ranks[^1])}",
        };
    }

    /// <summary><c>most frequent mistake: a drawn 9 read as 4, 3 of 12 times</c>, or that there is none; of equals the one that befell the rarer digit.</summary>
    public static string WorstMistake(AlgorithmStatistics algorithm)
    {
        var (truth, guess, count) = (
            from row in Enumerable.Range(0, 10)
            from column in Enumerable.Range(0, 10)
            where row != column
            select (row, column, Count: algorithm.Confusion[row][column])).MaxBy(cell => (cell.Count, -algorithm.Digits[cell.row].N));
        return count == 0 ? "nothing mistaken yet" : $"most frequent mistake: a drawn {truth} read as {guess}, {Count(count)} of {Count(algorithm.Digits[truth].N, "time")}";
    }

    private static string Tenths(double share) => Math.Round(1000 * share, MidpointRounding.AwayFromZero) switch
    {
        0 when share > 0 => "<0.1 %",
        1000 when share < 1 => ">99.9 %",
        var tenths => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10:0.0} %"),
    };

    private static string Whole(double share) => Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
