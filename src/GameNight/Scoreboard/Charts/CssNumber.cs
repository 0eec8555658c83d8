using System.Globalization;

namespace GameNight.Scoreboard.Charts;

/// <summary>Numbers as CSS and SVG write them.</summary>
internal static class CssNumber
{
    /// <summary>A share of 0..1 as <c>12.5%</c>.</summary>
    public static string Share(double share) => Percent(100 * share);

    /// <summary><c>12.5%</c>.</summary>
    public static string Percent(double percent) => Number(percent) + "%";

    /// <summary><c>12.5</c>.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
