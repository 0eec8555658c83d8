using System.Globalization;

namespace GameNight.Storage;

/// <summary>Times as the stores write them: ISO 8601 in UTC, exact to 100 ns, so that their order as text is their order in time.</summary>
internal static class IsoTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not such a time.</exception>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
