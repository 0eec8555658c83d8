using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>Another hand draws the same drawing: wobble, proportion, slant and rotation. Place and size do not matter, the normaliser undoes them.</summary>
public static class InkAugmentation
{
    /// <summary>The longer side of what comes out before it is slanted and turned, in canvas units.</summary>
    private const double Size = 200;

    /// <summary>Draws a drawing again; times stay.</summary>
    /// <param name="ink">Any drawing. A blank one or a single dot comes back as it is.</param>
    /// <param name="random">Decides on everything: the same state gives the same drawing.</param>
    /// <param name="strength">How different the hand is: 0 changes nothing but place and size, 1 is as wide a range as people write in.</param>
    public static Ink Vary(Ink ink, Random random, double strength = 1)
    {
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        if (points.Count == 0)
            return ink;
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        var side = Math.Max(points.Max(p => p.X) - left, points.Max(p => p.Y) - top);
        if (side == 0)
            return ink;

        var wobble = 0.02 * strength * random.Between(0.2, 1);
        var (x, y) = (Wave.Draw(random), Wave.Draw(random));
        var width = Math.Exp(Math.Clamp(0.3 * strength * random.Normal(), -0.6, 0.6));
        var slant = Math.Clamp(0.22 * strength * random.Normal(), -0.5, 0.5);
        var (sin, cos) = Math.SinCos(Math.Clamp(6 * strength * random.Normal(), -15, 15) * Math.PI / 180);

        double[] Move(InkPoint point)
        {
            var (fromX, fromY) = ((point.X - left) / side, (point.Y - top) / side);
            var (toX, toY) = (fromX + wobble * x.At(fromX, fromY), fromY + wobble * y.At(fromX, fromY));
            toX = width * toX - slant * toY;
            (toX, toY) = (Size * (cos * toX - sin * toY), Size * (sin * toX + cos * toY));
            return point.T is { } time ? [toX, toY, time] : [toX, toY];
        }

        return Ink.FromStrokes([.. ink.Strokes.Select(stroke => Array.ConvertAll(stroke, Move))]);
    }

    /// <summary>A slow wave over the drawing, whose longer side is 1.</summary>
    private readonly record struct Wave(double Phase, double PaceX, double PaceY)
    {
        public static Wave Draw(Random random) => new(random.Between(0, 2 * Math.PI), 4 * random.Normal(), 4 * random.Normal());

        public double At(double x, double y) => Math.Sin(Phase + PaceX * x + PaceY * y);
    }
}
