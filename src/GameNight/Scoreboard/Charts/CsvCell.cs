using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>Numbers of a table's cell as its download has them: exact, one column each.</summary>
internal static class CsvCell
{
    /// <summary>Accuracy, low and high; nothing where nothing was judged.</summary>
    public static string Interval(Proportion proportion) => Join(proportion.Accuracy, proportion.Low, proportion.High);

    /// <summary>Accuracy, low, high and n.</summary>
    public static string IntervalAndCount(Proportion proportion) => proportion.N == 0 ? Join(null, null, null, 0) : Join(proportion.Accuracy, proportion.Low, proportion.High, proportion.N);

    public static string Join(params ReadOnlySpan<double?> numbers)
    {
        var texts = new List<string>(numbers.Length);
        foreach (var number in numbers)
            texts.Add(number?.ToString("R", CultureInfo.InvariantCulture) ?? "");
        return string.Join(';', texts);
    }
}
