using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>
/// Made-up drawings: the ways in which people write the ten digits, with the crossed sevens and open fours that MNIST
/// lacks. The notebooks' ink.py has the same skeletons for the networks.
/// </summary>
public static partial class StrokeSkeletons
{
    private const int PointsPerSpan = 5;

    /// <summary>Most digits are narrower than high: the ratio, and the lean to the right, of the average hand.</summary>
    private const double Width = 0.7;
    private const double Lean = 0.08;

    /// <summary>One drawing of a digit.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">Decides on everything: the same state gives the same drawing.</param>
    public static Ink Draw(int digit, Random random)
    {
        var jitter = 0.025 * random.Between(0.2, 1);
        var strokes = Write(digit, random).Select(stroke => Spline(Shake(stroke, jitter, random)));
        return InkAugmentation.Vary(Ink.FromStrokes([.. strokes.Select(stroke => stroke.Select(p => new[] { Width * p.X - Lean * p.Y, p.Y }).ToArray())]), random);
    }

    /// <summary>Noise for each control point, the same for both copies of a corner.</summary>
    private static List<Point> Shake(List<Point> stroke, double size, Random random)
    {
        var shaken = new List<Point>(stroke.Count);
        for (var i = 0; i < stroke.Count; i++)
        {
            var corner = i > 0 && stroke[i] == stroke[i - 1];
            shaken.Add(corner ? shaken[i - 1] : new Point(stroke[i].X + size * random.Normal(), stroke[i].Y + size * random.Normal()));
        }

        return shaken;
    }

    /// <summary>A uniform Catmull-Rom curve through the control points (Catmull and Rom 1974).</summary>
    private static List<Point> Spline(List<Point> control)
    {
        if (control.Count == 2)
            return control;
        var curve = new List<Point>();
        for (var i = 0; i + 1 < control.Count; i++)
        {
            var (a, b, c, d) = (control[Math.Max(i - 1, 0)], control[i], control[i + 1], control[Math.Min(i + 2, control.Count - 1)]);
            for (var step = 0; step < PointsPerSpan; step++)
            {
                var t = (double)step / PointsPerSpan;
                curve.Add(new Point(Between(a.X, b.X, c.X, d.X, t), Between(a.Y, b.Y, c.Y, d.Y, t)));
            }
        }

        curve.Add(control[^1]);
        return curve;
    }

    private static double Between(double a, double b, double c, double d, double t) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);

    /// <summary>In a box of about 1 × 1, y down.</summary>
    private readonly record struct Point(double X, double Y)
    {
        public static implicit operator Point((double X, double Y) point) => new(point.X, point.Y);
    }
}
