namespace GameNight.BrowserTests;

/// <summary>A point of the pad, in any unit.</summary>
public readonly record struct Spot(double X, double Y);

/// <summary>What a hand does: strokes, each a list of points.</summary>
public sealed record Drawing(IReadOnlyList<Spot[]> Strokes)
{
    public Drawing Map(Func<Spot, Spot> move) => new([.. Strokes.Select(stroke => stroke.Select(move).ToArray())]);

    public Drawing Scale(double factor) => Map(spot => new(spot.X * factor, spot.Y * factor));

    public Drawing Move(double x, double y) => Map(spot => new(spot.X + x, spot.Y + y));

    /// <summary>As the HTTP API takes it.</summary>
    public double[][][] ToStrokes() => [.. Strokes.Select(stroke => stroke.Select(spot => new[] { spot.X, spot.Y }).ToArray())];
}
