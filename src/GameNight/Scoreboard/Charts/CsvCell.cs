using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>
/// Formats the numbers of a table's cell for its CSV download: at full precision, separated by semicolons, empty where unknown.
/// </summary>
internal static class CsvCell
{
    /// <summary>Accuracy, low and high.</summary>
    public static string Interval(Proportion proportion) => Join(proportion.Accuracy, proportion.Low, proportion.High);

    /// <summary>Accuracy, low, high and n.</summary>
    public static string IntervalAndCount(Proportion proportion) =>
        Join(proportion.Accuracy, proportion.Low, proportion.High, proportion.N);

    public static string Join(params ReadOnlySpan<double?> numbers)
    {
        var texts = new List<string>(numbers.Length);
        foreach (var number in numbers)
            texts.Add(number?.ToString("R", CultureInfo.InvariantCulture) ?? "");
        return string.Join(';', texts);
    }
}
