namespace GameNight.Components;

/// <summary>How a contestant looks everywhere: cards, bars and charts. A colour is never the only sign.</summary>
/// <param name="Colour">A CSS colour that fits the theme (Okabe and Ito's palette, for guests three after Paul Tol's).</param>
/// <param name="Shape">The name of its marker.</param>
/// <param name="Dash">The dashes of its line, as in SVG; empty for an unbroken one.</param>
public sealed record ContestantLook(string Colour, string Shape, string Dash)
{
    /// <summary>The colour of whoever wears the mask.</summary>
    public const string Mystery = "var(--marker)";

    /// <summary>Whether its marker is an outline only: a version on trial.</summary>
    public bool IsHollow { get; init; }

    /// <summary>The looks of the algorithms that ship, by their ids.</summary>
    private static readonly Dictionary<string, ContestantLook> Shipped = new()
    {
        ["mnist-cnn"] = new("var(--contestant-blue)", "circle", ""),
        ["mnist-mlp"] = new("var(--contestant-orange)", "square", "8 4"),
        ["k-means"] = new("var(--contestant-green)", "triangle", "2 4"),
        ["app-xgboost"] = new("var(--contestant-red)", "diamond", "12 4 2 4"),
        ["app-network"] = new("var(--contestant-purple)", "star", "6 2"),
        ["personal"] = new("var(--contestant-sky)", "cross", "1 3"),
        ["committee"] = new("var(--contestant-grey)", "hexagon", "16 4"),
    };

    private static readonly ContestantLook[] Guests =
    [
        new("var(--guest-wine)", "turned-triangle", "10 3 3 3"),
        new("var(--guest-olive)", "hourglass", "4 2"),
        new("var(--guest-indigo)", "pentagon", "2 2 8 2"),
    ];

    /// <summary>The dashes of versions on shadow: wider gaps than those of any version in service.</summary>
    private static readonly string[] TrialDashes = ["6 7", "2 7", "12 7"];

    /// <summary>The look of an algorithm. It depends on the id alone, so that it stays the same when other algorithms come and go.</summary>
    /// <param name="algorithm">The algorithm's id.</param>
    public static ContestantLook Of(string algorithm) =>
        Shipped.GetValueOrDefault(algorithm) ?? Guests[algorithm.Sum(letter => letter) % Guests.Length];

    /// <summary>The look of a version on shadow: its algorithm's colour and shape, hollow, with dashes of its own.</summary>
    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="version">The version.</param>
    public static ContestantLook OfShadow(string algorithm, string version) =>
        Of(algorithm) with { Dash = TrialDashes[version.Sum(letter => letter) % TrialDashes.Length], IsHollow = true };
}
