using GameNight.Drawing.Strokes;
using GameNight.Tests.Training.SyntheticInk;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Recognition.Browser;

/// <summary>Drawings as pads, programs and odd hands make them; the same for the same seed.</summary>
internal static class DrawnInk
{
    /// <summary>
    /// Digits, scribbles, dots and lines, of any size and at any place, with coordinates in hundredths, as the pad has them, or not.
    /// </summary>
    public static IEnumerable<Ink> MadeUp(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var ink = random.Next(10) switch
            {
                0 => Scribbles.Draw(random),
                1 => Odd(random),
                _ => StrokeSkeletons.Draw(i % 10, random),
            };
            var (size, left, top) = (Math.Pow(10, random.NextDouble() * 6 - 1), random.NextDouble() * 900, random.NextDouble() * 900);
            var isRounded = random.Next(2) == 0;
            yield return Ink.FromStrokes([.. ink.ToStrokes().Select(stroke => stroke.Select(point =>
                new[] { Place(point[0], left), Place(point[1], top) }).ToArray())]);

            double Place(double value, double from) => isRounded ? Math.Round(value * size + from, 2) : value * size + from;
        }
    }

    /// <summary>A dot, several, a straight line, a point that is there twice.</summary>
    private static Ink Odd(Random random)
    {
        double[] Point() => [random.NextDouble(), random.NextDouble()];
        var (one, other) = (Point(), Point());
        return Ink.FromStrokes(random.Next(5) switch
        {
            0 => [[one]],
            1 => [[one, one], [other]],
            2 => [[one, [one[0], other[1]]]],
            3 => [[one, [other[0], one[1]], one]],
            _ => [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => new[] { Point(), Point(), Point() })],
        });
    }
}
