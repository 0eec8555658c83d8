using System.Numerics.Tensors;
using GameNight.Drawing.Strokes;

namespace GameNight.Training.Personal;

/// <summary>
/// The path of the pen: points at equal distances along all strokes, one stroke after the other, each with the direction there, and whether
/// the pen was up. A hand draws a digit the same way each time, also where the image is like another digit's. Immutable.
/// </summary>
/// <remarks>
/// Points at equal distances along the path: F. Alimoglu and E. Alpaydin, "Methods of combining multiple classifiers based on different
/// representations for pen-based handwriting recognition", TAINN 1996.
/// </remarks>
public sealed class StrokePath
{
    private const int Points = 24;

    /// <summary>For each point x, y, the direction along both, and whether the pen is up.</summary>
    private const int Numbers = 5;

    /// <summary>The length of a direction, in sides of the drawing: the opposite direction is as far as 1.2 sides.</summary>
    private const double DirectionLength = 0.6;

    /// <summary>How far a point with the pen up is from the same one with the pen down.</summary>
    private const float UpDistance = 0.5f;

    private readonly float[] _numbers = new float[Points * Numbers];

    private StrokePath(List<PathPoint> points, double side)
    {
        var lengths = Lengths(points);
        var way = new PathPoint[Points];
        for (int i = 0, from = 0; i < Points; i++)
        {
            var length = lengths[^1] * i / (Points - 1);
            while (from < points.Count - 2 && lengths[from + 1] < length)
                from++;
            var to = Math.Min(from + 1, points.Count - 1);
            var part = lengths[to] > lengths[from] ? (length - lengths[from]) / (lengths[to] - lengths[from]) : 0;
            way[i] = PathPoint.Between(points[from], points[to], Math.Clamp(part, 0, 1));
        }

        for (var i = 0; i < Points; i++)
        {
            var (before, after) = (way[Math.Max(i - 1, 0)], way[Math.Min(i + 1, Points - 1)]);
            var distance = before.DistanceTo(after);
            var direction = distance > 0 ? DirectionLength / distance : 0;
            var numbers = _numbers.AsSpan(i * Numbers, Numbers);
            numbers[0] = (float)(way[i].X / side);
            numbers[1] = (float)(way[i].Y / side);
            numbers[2] = (float)(direction * (after.X - before.X));
            numbers[3] = (float)(direction * (after.Y - before.Y));
            numbers[4] = way[i].IsUp ? UpDistance : 0;
        }
    }

    /// <summary>The path of a drawing, whatever its place and size; null where there is no ink.</summary>
    public static StrokePath? Of(Ink? ink)
    {
        if (ink is null || ink.IsBlank)
            return null;
        var all = ink.Strokes.SelectMany(stroke => stroke).ToList();
        var (left, right) = (all.Min(point => point.X), all.Max(point => point.X));
        var (top, bottom) = (all.Min(point => point.Y), all.Max(point => point.Y));
        var side = Math.Max(right - left, bottom - top);
        var points = ink.Strokes.Index().SelectMany(stroke => stroke.Item.Index().Select(point => new PathPoint(
            point.Item.X - ((left + right) / 2), point.Item.Y - ((top + bottom) / 2), IsUp: stroke.Index > 0 && point.Index == 0)));
        return new StrokePath([.. points], side > 0 ? side : 1);
    }

    /// <summary>
    /// How far two paths are apart: the root of the mean square over their points, in sides of the drawings. A hand's drawings of one digit
    /// are usually 0.1 to 0.3 apart, those of two digits 0.4 and more.
    /// </summary>
    public float DistanceTo(StrokePath other) => TensorPrimitives.Distance<float>(_numbers, other._numbers) / MathF.Sqrt(Points);

    /// <summary>The length of the path up to each point, what the pen crosses in the air included.</summary>
    private static double[] Lengths(List<PathPoint> points)
    {
        var lengths = new double[points.Count];
        for (var i = 1; i < points.Count; i++)
            lengths[i] = lengths[i - 1] + points[i - 1].DistanceTo(points[i]);
        return lengths;
    }

    /// <param name="X">From the middle of the drawing.</param>
    /// <param name="Y">From the middle of the drawing.</param>
    /// <param name="IsUp">Whether the pen came here through the air.</param>
    private readonly record struct PathPoint(double X, double Y, bool IsUp)
    {
        public static PathPoint Between(PathPoint from, PathPoint to, double part) =>
            new(from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y)), to.IsUp);

        public double DistanceTo(PathPoint other) => double.Hypot(other.X - X, other.Y - Y);
    }
}
