using GameNight.Drawing.Strokes;
using GameNight.Http;
using GameNight.Identity.Names;

namespace GameNight.Scoreboard.Results;

/// <summary>Selects the drawings and guesses that count; null everywhere selects all.</summary>
/// <param name="From">Only drawings of this time or later.</param>
/// <param name="To">Only drawings before this time.</param>
/// <param name="Algorithm">Only the guesses of this algorithm. It does not narrow the drawings.</param>
/// <param name="Player">Only the drawings of the player with this <see cref="PlayerHandle"/>.</param>
/// <param name="Input">Only what was drawn with this.</param>
/// <param name="MadeToFool">Only what was drawn to fool the machines; otherwise only what was not. Sprints are in neither.</param>
public sealed record Filter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Algorithm = null, string? Player = null, InputKind? Input = null,
    bool MadeToFool = false)
{
    public static readonly Filter All = new();

    /// <summary>Reads the query of a page's address. A value that cannot be read selects all.</summary>
    public static Filter Parse(string? from, string? to, string? algorithm, string? player, string? input) => new(
        TimeParameter.Parse(from), TimeParameter.Parse(to),
        string.IsNullOrEmpty(algorithm) ? null : algorithm, string.IsNullOrEmpty(player) ? null : player,
        FindInput(input));

    /// <summary>By its name alone: <see cref="Enum.TryParse{T}(string, out T)"/> takes numbers and lists too.</summary>
    private static InputKind? FindInput(string? name) => Enum.GetValues<InputKind>().Cast<InputKind?>()
        .FirstOrDefault(kind => kind.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
}
