using System.Text.Json.Serialization;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>
/// The strokes of one drawing, in the order in which they were drawn: finite numbers, at most <see cref="MaxStrokes"/>
/// strokes and <see cref="MaxPoints"/> points, perhaps none. Immutable; equal by content.
/// </summary>
[JsonConverter(typeof(InkJsonConverter))]
public sealed class Ink : IEquatable<Ink>
{
    public const int MaxPoints = 20_000;
    public const int MaxStrokes = 500;

    /// <summary>The largest absolute coordinate: more than any canvas has, and small enough for sums to stay precise.</summary>
    public const double MaxCoordinate = 1e9;

    public static readonly Ink Blank = new([]);

    /// <param name="strokes">Within the limits; each with at least one point.</param>
    internal Ink(IReadOnlyList<InkPoint[]> strokes) => Strokes = strokes;

    /// <summary>Strokes of at least one point each; a stroke of one point is a dot.</summary>
    public IReadOnlyList<InkPoint[]> Strokes { get; }

    public bool IsBlank => Strokes.Count == 0;

    /// <summary>
    /// Ink of strokes that are lists of points <c>[x, y]</c> or <c>[x, y, t]</c>, as in JSON. Drops strokes without
    /// points.
    /// </summary>
    /// <exception cref="InvalidDrawingException">
    /// A limit is exceeded, a stroke is null, a point does not have two or three numbers, or a number is not finite.
    /// </exception>
    public static Ink FromStrokes(IReadOnlyList<double[][]> strokes)
    {
        var ink = new InkBuilder();
        foreach (var stroke in strokes)
        {
            ink.BeginStroke();
            foreach (var point in stroke ?? throw ink.InvalidStroke())
                ink.Add(point);
            ink.EndStroke();
        }

        return ink.ToInk();
    }

    /// <summary>The strokes in the form that <see cref="FromStrokes"/> takes.</summary>
    public double[][][] ToStrokes() =>
        [.. Strokes.Select(stroke => stroke.Select(p => p.T is { } t ? new[] { p.X, p.Y, t } : [p.X, p.Y]).ToArray())];

    public bool Equals(Ink? other) =>
        other is not null && Strokes.Count == other.Strokes.Count
        && Strokes.Zip(other.Strokes).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    public override bool Equals(object? obj) => Equals(obj as Ink);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var point in Strokes.SelectMany(stroke => stroke))
            hash.Add(point);
        return hash.ToHashCode();
    }
}
