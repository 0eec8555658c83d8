using System.Text.Json.Serialization;

namespace GameNight.Drawing;

/// <summary>One sample of the pen: canvas units, y down; <paramref name="T"/> in milliseconds since the drawing's first point, where known.</summary>
public readonly record struct InkPoint(double X, double Y, double? T = null);

/// <summary>
/// The strokes of one drawing in the order they were drawn. Always valid: finite numbers, at most
/// <see cref="MaxStrokes"/> strokes and <see cref="MaxPoints"/> points. May be blank.
/// </summary>
[JsonConverter(typeof(InkJsonConverter))]
public sealed class Ink : IEquatable<Ink>
{
    public const int MaxPoints = 20_000;
    public const int MaxStrokes = 500;

    /// <summary>No canvas is larger, and within it a sum or difference of coordinates keeps its precision.</summary>
    public const double MaxCoordinate = 1e9;

    public static readonly Ink Blank = new([]);

    private Ink(IReadOnlyList<InkPoint[]> strokes) => Strokes = strokes;

    /// <summary>Every stroke has at least one point; a stroke of one point is a dot.</summary>
    public IReadOnlyList<InkPoint[]> Strokes { get; }

    public bool IsBlank => Strokes.Count == 0;

    /// <summary>Reads strokes as they are written in JSON: each a list of <c>[x, y]</c> or <c>[x, y, t]</c>. Strokes without points are dropped.</summary>
    /// <exception cref="InvalidDrawingException">A limit is exceeded, a point has not two or three numbers, or a number is not finite.</exception>
    public static Ink FromStrokes(IReadOnlyList<double[][]> strokes)
    {
        if (strokes.Count > MaxStrokes)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {MaxStrokes} strokes; this one has {strokes.Count}.");
        var points = strokes.Sum(stroke => (long)(stroke?.Length ?? 0));
        if (points > MaxPoints)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {MaxPoints} points; this one has {points}.");
        var read = new List<InkPoint[]>(strokes.Count);
        for (var s = 0; s < strokes.Count; s++)
        {
            if (strokes[s] is null)
                throw new InvalidDrawingException($"strokes[{s}]", "A stroke is a list of points, not null.");
            if (strokes[s].Length > 0)
                read.Add(ReadStroke(strokes[s], s));
        }

        return new Ink(read);
    }

    /// <summary>The strokes as <see cref="FromStrokes"/> takes them.</summary>
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

    private static InkPoint[] ReadStroke(double[][] stroke, int s)
    {
        var points = new InkPoint[stroke.Length];
        for (var p = 0; p < stroke.Length; p++)
        {
            var numbers = stroke[p];
            if (numbers is not { Length: 2 or 3 })
                throw new InvalidDrawingException($"strokes[{s}][{p}]", "A point is [x, y] or [x, y, t].");
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!(Math.Abs(numbers[i]) <= (i == 2 ? double.MaxValue : MaxCoordinate)))
                    throw new InvalidDrawingException($"strokes[{s}][{p}][{i}]", i == 2 ? "A time must be a finite number." : "A coordinate must be a finite number within ±1,000,000,000.");
            }

            points[p] = new InkPoint(numbers[0], numbers[1], numbers.Length == 3 ? numbers[2] : null);
        }

        return points;
    }
}
