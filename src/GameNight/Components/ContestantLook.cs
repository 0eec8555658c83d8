namespace GameNight.Components;

/// <summary>The look of a contestant on cards, bars and charts. Shape and dashes tell contestants apart where colours do not.</summary>
/// <param name="Colour">A CSS colour that fits the theme (Okabe and Ito's palette, brown, and for guests three after Paul Tol's).</param>
/// <param name="Shape">The name of the marker on charts.</param>
/// <param name="Dash">The dashes of the line on charts, as in SVG's <c>stroke-dasharray</c>; empty for an unbroken line.</param>
public sealed record ContestantLook(string Colour, string Shape, string Dash)
{
    /// <summary>The CSS colour of a contestant that the player is not to know yet.</summary>
    public const string Mystery = "var(--marker)";

    /// <summary>Whether the marker is an outline only, as for a version on shadow.</summary>
    public bool IsHollow { get; init; }

    /// <summary>The looks of the algorithms that ship, by their ids.</summary>
    private static readonly Dictionary<string, ContestantLook> Shipped = new()
    {
        ["mnist-cnn"] = new("var(--contestant-blue)", "circle", ""),
        ["mnist-mlp"] = new("var(--contestant-orange)", "square", "8 4"),
        ["k-means"] = new("var(--contestant-green)", "triangle", "2 4"),
        ["app-xgboost"] = new("var(--contestant-red)", "diamond", "12 4 2 4"),
        ["app-network"] = new("var(--contestant-purple)", "star", "6 2"),
        ["rookie"] = new("var(--contestant-brown)", "drop", "4 2 1 2"),
        ["personal"] = new("var(--contestant-sky)", "cross", "1 3"),
        ["committee"] = new("var(--contestant-grey)", "hexagon", "16 4"),
    };

    private static readonly ContestantLook[] Guests =
    [
        new("var(--guest-wine)", "turned-triangle", "10 3 3 3"),
        new("var(--guest-olive)", "hourglass", "4 2"),
        new("var(--guest-indigo)", "pentagon", "2 2 8 2"),
    ];

    /// <summary>The dashes of versions on shadow: with wider gaps than those of any version in service.</summary>
    private static readonly string[] ShadowDashes = ["6 7", "2 7", "12 7"];

    /// <summary>
    /// The look of an algorithm. It depends on the id alone, so that it stays the same when other algorithms come and go.
    /// </summary>
    /// <param name="algorithm">The algorithm's id.</param>
    public static ContestantLook Of(string algorithm) =>
        Shipped.GetValueOrDefault(algorithm) ?? Guests[algorithm.Sum(letter => letter) % Guests.Length];

    /// <summary>The look of a version on shadow: its algorithm's colour and shape, hollow, with other dashes.</summary>
    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="version">The version.</param>
    public static ContestantLook OfShadow(string algorithm, string version) =>
        Of(algorithm) with { Dash = ShadowDashes[version.Sum(letter => letter) % ShadowDashes.Length], IsHollow = true };
}
