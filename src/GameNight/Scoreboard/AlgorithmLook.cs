namespace GameNight.Scoreboard;

/// <summary>How an algorithm looks in a chart. A colour is never the only sign.</summary>
/// <param name="Colour">A CSS colour: the theme's, or Okabe and Ito's.</param>
/// <param name="Shape">The name of its marker.</param>
/// <param name="Dash">The dashes of its line, as in SVG; empty for an unbroken one.</param>
public sealed record AlgorithmLook(string Colour, string Shape, string Dash)
{
    private static readonly AlgorithmLook[] Looks =
    [
        new("var(--algorithm-1, #0072b2)", "circle", ""),
        new("var(--algorithm-2, #e69f00)", "square", "8 4"),
        new("var(--algorithm-3, #009e73)", "triangle", "2 4"),
        new("var(--algorithm-4, #d55e00)", "diamond", "12 4 2 4"),
        new("var(--algorithm-5, #cc79a7)", "star", "6 2"),
        new("var(--algorithm-6, #56b4e9)", "cross", "1 3"),
    ];

    private static readonly string[] Regulars = ["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-last-layer"];

    /// <summary>Depends on the id alone, so that an algorithm keeps its look when others come and go.</summary>
    public static AlgorithmLook Of(string algorithm)
    {
        var regular = Array.IndexOf(Regulars, algorithm);
        return Looks[(regular >= 0 ? regular : algorithm.Sum(letter => letter)) % Looks.Length];
    }
}
