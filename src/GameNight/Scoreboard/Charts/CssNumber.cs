using System.Globalization;

namespace GameNight.Scoreboard.Charts;

/// <summary>Formats numbers for CSS and SVG, with at most two decimals.</summary>
internal static class CssNumber
{
    /// <summary>A share of 0..1 as <c>12.5%</c>.</summary>
    public static string Share(double share) => Percent(100 * share);

    /// <summary>A number of per cent as <c>12.5%</c>.</summary>
    public static string Percent(double percent) => Number(percent) + "%";

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
