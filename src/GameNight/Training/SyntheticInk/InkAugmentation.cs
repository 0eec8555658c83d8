using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>
/// Varies ink as if another hand had drawn it, by wobble, proportion, slant and rotation. Place and size are not varied, because the
/// normaliser undoes them.
/// </summary>
public static class InkAugmentation
{
    /// <summary>The longer side of the result before slant and rotation, in canvas units.</summary>
    private const double Size = 200;

    /// <summary>A varied copy of ink, with the same times; the same for the same state of the generator.</summary>
    /// <param name="ink">The ink; blank ink and a single dot are returned unchanged.</param>
    /// <param name="random">The generator.</param>
    /// <param name="strength">
    /// The strength of the variation: 0 changes only place and size, 1 covers the range of people's hands.
    /// </param>
    public static Ink Vary(Ink ink, Random random, double strength = 1)
    {
        if (ink.IsBlank)
            return ink;
        var bounds = InkBounds.Of(ink);
        if (bounds.Side == 0)
            return ink;

        var wobble = 0.02 * strength * random.Between(0.2, 1);
        var (x, y) = (Wave.Draw(random), Wave.Draw(random));
        var width = Math.Exp(Math.Clamp(0.3 * strength * random.Normal(), -0.6, 0.6));
        var slant = Math.Clamp(0.22 * strength * random.Normal(), -0.5, 0.5);
        var (sin, cos) = Math.SinCos(Math.Clamp(6 * strength * random.Normal(), -15, 15) * Math.PI / 180);

        double[] Move(InkPoint point)
        {
            var (fromX, fromY) = ((point.X - bounds.Left) / bounds.Side, (point.Y - bounds.Top) / bounds.Side);
            var (toX, toY) = (fromX + wobble * x.At(fromX, fromY), fromY + wobble * y.At(fromX, fromY));
            toX = width * toX - slant * toY;
            (toX, toY) = (Size * (cos * toX - sin * toY), Size * (sin * toX + cos * toY));
            return point.T is { } time ? [toX, toY, time] : [toX, toY];
        }

        return Ink.FromStrokes([.. ink.Strokes.Select(stroke => Array.ConvertAll(stroke, Move))]);
    }

    /// <summary>A plane wave of low frequency over a drawing whose longer side is 1.</summary>
    private readonly record struct Wave(double Phase, double FrequencyX, double FrequencyY)
    {
        public static Wave Draw(Random random) => new(random.Between(0, 2 * Math.PI), 4 * random.Normal(), 4 * random.Normal());

        public double At(double x, double y) => Math.Sin(Phase + FrequencyX * x + FrequencyY * y);
    }
}
