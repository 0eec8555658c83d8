namespace GameNight.Shell;

/// <summary>How a contestant looks everywhere: cards, bars and charts. A colour is never the only sign.</summary>
/// <param name="Colour">A CSS colour that fits the theme (Okabe and Ito's palette).</param>
/// <param name="Shape">The name of its marker.</param>
/// <param name="Dash">The dashes of its line, as in SVG; empty for an unbroken one.</param>
public sealed record ContestantLook(string Colour, string Shape, string Dash)
{
    private static readonly ContestantLook[] Looks =
    [
        new("var(--contestant-blue)", "circle", ""),
        new("var(--contestant-orange)", "square", "8 4"),
        new("var(--contestant-green)", "triangle", "2 4"),
        new("var(--contestant-red)", "diamond", "12 4 2 4"),
        new("var(--contestant-purple)", "star", "6 2"),
        new("var(--contestant-sky)", "cross", "1 3"),
    ];

    private static readonly string[] Regulars = ["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-last-layer"];

    /// <summary>Depends on the id alone, so that a contestant keeps its look when others come and go.</summary>
    public static ContestantLook Of(string algorithm)
    {
        var regular = Array.IndexOf(Regulars, algorithm);
        return Looks[(regular >= 0 ? regular : algorithm.Sum(letter => letter)) % Looks.Length];
    }
}
