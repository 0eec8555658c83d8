using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>
/// Draws synthetic ink: random digits in the ways in which people write them, including the crossed sevens and open fours that MNIST
/// lacks. The file notebooks/ink.py has the same skeletons, for training the networks.
/// </summary>
public static partial class StrokeSkeletons
{
    private const int PointsPerSpan = 5;

    // The average digit is narrower than high and leans to the right.
    private const double Width = 0.7;
    private const double Lean = 0.08;

    /// <summary>Draws a digit; the same for the same state of the generator.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">The generator.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digit"/> is not 0 to 9.</exception>
    public static Ink Draw(int digit, Random random)
    {
        var jitter = 0.025 * random.Between(0.2, 1);
        return InkAugmentation.Vary(Trace(Skeleton(digit, random), jitter, random), random);
    }

    /// <summary>Ink through control points, as an average hand leans it. A point that is given twice in a row is a corner.</summary>
    /// <param name="strokes">The control points of each stroke, in a box of about 1 × 1, y down.</param>
    /// <param name="jitter">The standard deviation of the normal noise on each point.</param>
    /// <param name="random">The generator.</param>
    internal static Ink Trace(IEnumerable<List<Point>> strokes, double jitter, Random random)
    {
        var curves = strokes.Select(stroke => Spline(Jitter(stroke, jitter, random)))
            .Select(stroke => stroke.Select(point => new[] { Width * point.X - Lean * point.Y, point.Y }).ToArray());
        return Ink.FromStrokes([.. curves]);
    }

    /// <summary>Adds normal noise to each control point, the same to both copies of a corner.</summary>
    private static List<Point> Jitter(List<Point> stroke, double deviation, Random random)
    {
        var moved = new List<Point>(stroke.Count);
        for (var i = 0; i < stroke.Count; i++)
        {
            var isCorner = i > 0 && stroke[i] == stroke[i - 1];
            moved.Add(isCorner
                ? moved[i - 1]
                : new Point(stroke[i].X + deviation * random.Normal(), stroke[i].Y + deviation * random.Normal()));
        }

        return moved;
    }

    /// <summary>A uniform Catmull-Rom spline through the control points (E. Catmull, R. Rom, 1974).</summary>
    private static List<Point> Spline(List<Point> control)
    {
        if (control.Count == 2)
            return control;
        var curve = new List<Point>();
        for (var i = 0; i + 1 < control.Count; i++)
        {
            var (a, b) = (control[Math.Max(i - 1, 0)], control[i]);
            var (c, d) = (control[i + 1], control[Math.Min(i + 2, control.Count - 1)]);
            for (var step = 0; step < PointsPerSpan; step++)
            {
                var t = (double)step / PointsPerSpan;
                curve.Add(new Point(Between(a.X, b.X, c.X, d.X, t), Between(a.Y, b.Y, c.Y, d.Y, t)));
            }
        }

        curve.Add(control[^1]);
        return curve;
    }

    /// <summary>The spline between b and c, at t from 0 to 1.</summary>
    private static double Between(double a, double b, double c, double d, double t) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);

    /// <summary>A point in a box of about 1 × 1, y down.</summary>
    internal readonly record struct Point(double X, double Y)
    {
        public static implicit operator Point((double X, double Y) point) => new(point.X, point.Y);
    }
}
