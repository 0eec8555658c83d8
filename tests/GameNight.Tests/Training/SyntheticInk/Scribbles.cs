using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Training.SyntheticInk;

/// <summary>Draws scribbles, drawings that are no digit. No model was trained on them.</summary>
internal static class Scribbles
{
    private static readonly Func<Random, double[][][]>[] Kinds = [Tangle, Zigzag, Scatter, Hatch, Spiral, Star];

    /// <summary>A scribble of a random kind; the same for the same state of the generator.</summary>
    public static Ink Draw(Random random) => Ink.FromStrokes(Kinds[random.Next(Kinds.Length)](random));

    /// <summary>A curve through random points.</summary>
    private static double[][][] Tangle(Random random) =>
        [Curve([.. Enumerable.Range(0, random.Next(6, 14)).Select(_ => Anywhere(random))])];

    private static double[][][] Zigzag(Random random)
    {
        var turns = random.Next(5, 14);
        var lean = random.NextDouble() * 40 - 20;
        return [[.. Enumerable.Range(0, turns).Select(i => new[]
        {
            100.0 * i / turns + random.NextDouble() * 8,
            (i % 2 == 0 ? 15 : 85) + lean * i / turns + random.NextDouble() * 15,
        })]];
    }

    /// <summary>Curved strokes at random places.</summary>
    private static double[][][] Scatter(Random random) =>
        [.. Enumerable.Range(0, random.Next(4, 9)).Select(_ => Curve([Anywhere(random), Anywhere(random), Anywhere(random)]))];

    /// <summary>As many vertical as horizontal lines.</summary>
    private static double[][][] Hatch(Random random)
    {
        var lines = random.Next(2, 5);
        double Across(int i) => 100.0 * (i + 0.5) / lines + random.NextDouble() * 8;
        double Start() => random.NextDouble() * 10;
        double End() => 90 + random.NextDouble() * 10;
        return
        [
            .. Enumerable.Range(0, lines).Select(i => new[] { new[] { Across(i), Start() }, [Across(i), End()] }),
            .. Enumerable.Range(0, lines).Select(i => new[] { new[] { Start(), Across(i) }, [End(), Across(i)] }),
        ];
    }

    private static double[][][] Spiral(Random random)
    {
        var (turns, start, direction) = (2 + 2 * random.NextDouble(), Math.Tau * random.NextDouble(), random.Next(2) * 2 - 1);
        return [[.. Enumerable.Range(0, 60).Select(i => i / 59.0).Select(t => Polar(48 * t, start + direction * Math.Tau * turns * t))]];
    }

    private static double[][][] Star(Random random)
    {
        var (points, start) = (random.Next(2, 4) * 2 + 1, Math.Tau * random.NextDouble());
        return [[.. Enumerable.Range(0, points + 1).Select(i => Polar(48, start + Math.Tau * i * (points / 2) / points))]];
    }

    private static double[] Polar(double radius, double angle) => [50 + radius * Math.Cos(angle), 50 + radius * Math.Sin(angle)];

    private static double[] Anywhere(Random random) => [100 * random.NextDouble(), 100 * random.NextDouble()];

    /// <summary>Quadratic arcs between the middles of the segments.</summary>
    private static double[][] Curve(double[][] control)
    {
        var curve = new List<double[]> { control[0] };
        for (var i = 1; i + 1 < control.Length; i++)
        {
            var (start, handle, next) = (curve[^1], control[i], control[i + 1]);
            double[] end = i + 2 == control.Length ? next : [(handle[0] + next[0]) / 2, (handle[1] + next[1]) / 2];
            for (var t = 0.125; t <= 1; t += 0.125)
                curve.Add([Bezier(start[0], handle[0], end[0], t), Bezier(start[1], handle[1], end[1], t)]);
        }

        return [.. curve];
    }

    private static double Bezier(double start, double handle, double end, double t) =>
        (1 - t) * (1 - t) * start + 2 * t * (1 - t) * handle + t * t * end;
}
