using GameNight.Drawing.Strokes;

namespace GameNight.Benchmarks.Fooling;

/// <summary>What people draw who want to be read by people and not by machines.</summary>
internal static class OddDrawings
{
    private const int PointsPerStroke = 24;

    /// <summary>Turned about its middle, to the left for a positive angle.</summary>
    public static Ink Turned(Ink ink, double degrees)
    {
        var (middle, angle) = (Middle(ink), degrees * Math.PI / 180);
        var (sin, cos) = Math.SinCos(-angle);
        return Map(ink, point => new InkPoint(
            middle.X + cos * (point.X - middle.X) - sin * (point.Y - middle.Y),
            middle.Y + sin * (point.X - middle.X) + cos * (point.Y - middle.Y), point.T));
    }

    /// <summary>With a line through it, from left to right.</summary>
    public static Ink Crossed(Ink ink)
    {
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (y, reach) = (Middle(ink).Y, 0.2 * (right - left + 1));
        return Ink.FromStrokes([.. ink.ToStrokes(), [[left - reach, y], [right + reach, y]]]);
    }

    /// <summary>Leaning to the right for a positive slant, in widths for each height.</summary>
    public static Ink Sheared(Ink ink, double slant)
    {
        var middle = Middle(ink);
        return Map(ink, point => new InkPoint(point.X - slant * (point.Y - middle.Y), point.Y, point.T));
    }

    /// <summary>As wide as a share of itself, and as high as before.</summary>
    public static Ink Squeezed(Ink ink, double share) => Map(ink, point => new InkPoint(share * point.X, point.Y, point.T));

    /// <summary>With a hook at the end of the last stroke, the way back that the pen came, mirrored.</summary>
    public static Ink Hooked(Ink ink)
    {
        var (strokes, last) = (ink.ToStrokes(), ink.Strokes[^1]);
        var (end, back) = (last[^1], last.Reverse().Skip(1).Take(Math.Max(1, last.Length / 4)));
        strokes[^1] = [.. strokes[^1], .. back.Select(point => (double[])[2 * end.X - point.X, point.Y])];
        return Ink.FromStrokes([.. strokes.Select(stroke => stroke.Select(point => point[..2]).ToArray())]);
    }

    /// <summary>
    /// Halfway between two drawings with equally many strokes: each stroke's points, equally far from each other, are the means of both.
    /// Null where the strokes do not correspond.
    /// </summary>
    public static Ink? Halfway(Ink one, Ink other)
    {
        if (one.Strokes.Count != other.Strokes.Count)
            return null;
        var (a, b) = (Normalised(one), Normalised(other));
        return Ink.FromStrokes([.. a.Zip(b, (first, second) => first.Zip(second, (p, q) => (double[])[(p.X + q.X) / 2, (p.Y + q.Y) / 2])
            .ToArray())]);
    }

    private static Ink Map(Ink ink, Func<InkPoint, InkPoint> map) => Ink.FromStrokes(
        [.. ink.Strokes.Select(stroke => stroke.Select(map).Select(point => (double[])[point.X, point.Y]).ToArray())]);

    private static (double X, double Y) Middle(Ink ink)
    {
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        return ((points.Min(point => point.X) + points.Max(point => point.X)) / 2,
            (points.Min(point => point.Y) + points.Max(point => point.Y)) / 2);
    }

    /// <summary>The strokes in a box of 1 by 1, each with equally many points.</summary>
    private static List<List<(double X, double Y)>> Normalised(Ink ink)
    {
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        var (left, top) = (points.Min(point => point.X), points.Min(point => point.Y));
        var size = Math.Max(Math.Max(points.Max(point => point.X) - left, points.Max(point => point.Y) - top), 1e-9);
        return [.. ink.Strokes.Select(stroke => Resampled([.. stroke.Select(point => ((point.X - left) / size, (point.Y - top) / size))]))];
    }

    private static List<(double X, double Y)> Resampled(List<(double X, double Y)> stroke)
    {
        var lengths = new List<double> { 0 };
        for (var i = 1; i < stroke.Count; i++)
            lengths.Add(lengths[^1] + Math.Sqrt(Math.Pow(stroke[i].X - stroke[i - 1].X, 2) + Math.Pow(stroke[i].Y - stroke[i - 1].Y, 2)));
        return [.. Enumerable.Range(0, PointsPerStroke).Select(i => At(lengths[^1] * i / (PointsPerStroke - 1)))];

        (double X, double Y) At(double length)
        {
            var next = Math.Max(1, lengths.FindIndex(reached => reached >= length));
            if (stroke.Count == 1)
                return stroke[0];
            var step = lengths[next] - lengths[next - 1];
            var share = step > 0 ? (length - lengths[next - 1]) / step : 0;
            return (stroke[next - 1].X + share * (stroke[next].X - stroke[next - 1].X),
                stroke[next - 1].Y + share * (stroke[next].Y - stroke[next - 1].Y));
        }
    }
}
