using System.Globalization;

namespace GameNight.Http;

/// <summary>Times as callers write them, in queries, in addresses of pages and in options of commands: ISO 8601.</summary>
public static class TimeParameter
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a time, in UTC where it names no zone; null where the text is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        // A plus sign that was not escaped in the address arrives as a space; no format has one of its own.
        var unescaped = text?.Replace(' ', '+');
        var (culture, style) = (CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return DateTimeOffset.TryParseExact(unescaped, Formats, culture, style, out var time) ? time : null;
    }

    /// <summary>Reads a time that may be left out: null if the text is empty.</summary>
    /// <param name="field">The name of the query parameter or command-line option.</param>
    /// <param name="text">Its value.</param>
    /// <param name="errors">Gets a message under the field if the text is not a time.</param>
    public static DateTimeOffset? Read(string field, string? text, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Parse(text) is { } time)
            return time;
        errors[field] = [$"{field} must be a time in ISO 8601, like 2026-11-20 or 2026-11-20T20:15:00Z."];
        return null;
    }
}
