using System.Globalization;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;

namespace GameNight.Scoreboard.Results;

/// <summary>Selects the drawings and guesses that count; null everywhere selects all.</summary>
/// <param name="From">Only drawings of this time or later.</param>
/// <param name="To">Only drawings before this time.</param>
/// <param name="Algorithm">Only the guesses of this algorithm. It does not narrow the drawings.</param>
/// <param name="Player">Only the drawings of the player with this <see cref="PlayerHandle"/>.</param>
/// <param name="Input">Only what was drawn with this.</param>
public sealed record Filter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Algorithm = null, string? Player = null, InputKind? Input = null)
{
    public static readonly Filter All = new();

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads the query of a page's address. A value that cannot be read selects all.</summary>
    public static Filter Parse(string? from, string? to, string? algorithm, string? player, string? input) => new(
        ParseTime(from), ParseTime(to), string.IsNullOrEmpty(algorithm) ? null : algorithm, string.IsNullOrEmpty(player) ? null : player,
        Enum.TryParse<InputKind>(input, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null);

    /// <summary>Reads a time in ISO 8601, in UTC where it names no zone; null where the text is none.</summary>
    public static DateTimeOffset? ParseTime(string? text)
    {
        // A plus sign that was not escaped in the address arrives as a space; no format has one of its own.
        var unescaped = text?.Replace(' ', '+');
        var (culture, style) = (CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return DateTimeOffset.TryParseExact(unescaped, TimeFormats, culture, style, out var time) ? time : null;
    }
}
