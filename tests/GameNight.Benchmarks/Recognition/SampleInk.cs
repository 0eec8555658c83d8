using GameNight.Drawing.Strokes;

namespace GameNight.Benchmarks.Recognition;

/// <summary>A drawing as the drawing pad sends it: 60 points, 16 ms apart.</summary>
internal static class SampleInk
{
    private const int Points = 60;

    public static Ink Three() => Ink.FromStrokes([[.. Enumerable.Range(0, Points).Select(Point)]]);

    /// <summary>A point of two arcs, of which the lower one is larger.</summary>
    private static double[] Point(int i)
    {
        var part = (double)i / (Points - 1);
        var (middle, radius, arc) = part < 0.45 ? (110.0, 50.0, part / 0.45) : (215.0, 60.0, (part - 0.45) / 0.55);
        var angle = (arc - 0.5) * 1.4 * Math.PI;
        return [Math.Round(170 + radius * Math.Cos(angle), 2), Math.Round(middle + radius * Math.Sin(angle), 2), 16 * i];
    }
}
