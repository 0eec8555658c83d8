namespace GameNight.BrowserTests;

/// <summary>A drawing: strokes, each a list of points.</summary>
public sealed record Drawing(IReadOnlyList<Spot[]> Strokes)
{
    public Drawing Map(Func<Spot, Spot> map) => new([.. Strokes.Select(stroke => stroke.Select(map).ToArray())]);

    public Drawing Scale(double factor) => Map(spot => new(spot.X * factor, spot.Y * factor));

    public Drawing Move(double x, double y) => Map(spot => new(spot.X + x, spot.Y + y));

    /// <summary>The strokes as the HTTP API takes them.</summary>
    public double[][][] ToStrokes() => [.. Strokes.Select(stroke => stroke.Select(spot => new[] { spot.X, spot.Y }).ToArray())];
}
