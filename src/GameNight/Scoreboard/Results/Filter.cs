using System.Globalization;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;

namespace GameNight.Scoreboard.Results;

/// <summary>Which drawings and guesses count.</summary>
/// <param name="From">Drawn then or later; null from the first.</param>
/// <param name="To">Drawn before then; null to the last.</param>
/// <param name="Algorithm">Only this one's guesses; null those of all. It does not narrow the drawings.</param>
/// <param name="Player">Only the drawings of the player with this <see cref="PlayerHandle"/>.</param>
/// <param name="Input">Only what was drawn with this.</param>
public sealed record Filter(DateTimeOffset? From = null, DateTimeOffset? To = null, string? Algorithm = null, string? Player = null, InputKind? Input = null)
{
    public static readonly Filter All = new();

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>As an address has it: what cannot be read does not narrow.</summary>
    public static Filter Parse(string? from, string? to, string? algorithm, string? player, string? input) => new(
        ParseTime(from), ParseTime(to), string.IsNullOrEmpty(algorithm) ? null : algorithm, string.IsNullOrEmpty(player) ? null : player,
        Enum.TryParse<InputKind>(input, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null);

    /// <summary>A time as every call and address takes it: ISO 8601, UTC where no zone is named. Null where it is none.</summary>
    // A plus sign that was not escaped in the address arrives as a space; no format has one of its own.
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParseExact(text?.Replace(' ', '+'), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
