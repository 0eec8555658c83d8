using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Training.SyntheticInk;

/// <summary>What children leave on a pad: drawings that are no digit. Nothing in the game knows how they are made.</summary>
internal static class Scribbles
{
    private static readonly Func<Random, double[][][]>[] Kinds = [Tangle, Zigzag, Scatter, Hatch, Spiral, Star];

    /// <summary>One scribble, of any kind; the same state of the generator gives the same one.</summary>
    public static Ink Draw(Random random) => Ink.FromStrokes(Kinds[random.Next(Kinds.Length)](random));

    /// <summary>A curve that goes anywhere.</summary>
    private static double[][][] Tangle(Random random) => [Curve([.. Enumerable.Range(0, random.Next(6, 14)).Select(_ => Anywhere(random))])];

    private static double[][][] Zigzag(Random random)
    {
        var turns = random.Next(5, 14);
        var lean = random.NextDouble() * 40 - 20;
        return [[.. Enumerable.Range(0, turns).Select(i => new[] { 100.0 * i / turns + random.NextDouble() * 8, (i % 2 == 0 ? 15 : 85) + lean * i / turns + random.NextDouble() * 15 })]];
    }

    /// <summary>Strokes that have nothing to do with each other.</summary>
    private static double[][][] Scatter(Random random) =>
        [.. Enumerable.Range(0, random.Next(4, 9)).Select(_ => Curve([Anywhere(random), Anywhere(random), Anywhere(random)]))];

    private static double[][][] Hatch(Random random)
    {
        var lines = random.Next(2, 5);
        return
        [
            .. Enumerable.Range(0, lines).Select(i => new[] { new[] { 100.0 * (i + 0.5) / lines + random.NextDouble() * 8, random.NextDouble() * 10 }, [100.0 * (i + 0.5) / lines + random.NextDouble() * 8, 90 + random.NextDouble() * 10] }),
            .. Enumerable.Range(0, lines).Select(i => new[] { new[] { random.NextDouble() * 10, 100.0 * (i + 0.5) / lines + random.NextDouble() * 8 }, [90 + random.NextDouble() * 10, 100.0 * (i + 0.5) / lines + random.NextDouble() * 8] }),
        ];
    }

    private static double[][][] Spiral(Random random)
    {
        var (turns, start, direction) = (2 + 2 * random.NextDouble(), Math.Tau * random.NextDouble(), random.Next(2) * 2 - 1);
        return [[.. Enumerable.Range(0, 60).Select(i => i / 59.0).Select(t => new[] { 50 + 48 * t * Math.Cos(start + direction * Math.Tau * turns * t), 50 + 48 * t * Math.Sin(start + direction * Math.Tau * turns * t) })]];
    }

    private static double[][][] Star(Random random)
    {
        var (points, start) = (random.Next(2, 4) * 2 + 1, Math.Tau * random.NextDouble());
        return [[.. Enumerable.Range(0, points + 1).Select(i => start + Math.Tau * i * (points / 2) / points).Select(angle => new[] { 50 + 48 * Math.Cos(angle), 50 + 48 * Math.Sin(angle) })]];
    }

    private static double[] Anywhere(Random random) => [100 * random.NextDouble(), 100 * random.NextDouble()];

    /// <summary>Quadratic arcs between the middles of the segments.</summary>
    private static double[][] Curve(double[][] control)
    {
        var curve = new List<double[]> { control[0] };
        for (var i = 1; i + 1 < control.Length; i++)
        {
            var (from, by, to) = (curve[^1], control[i], i + 2 == control.Length ? control[i + 1] : [(control[i][0] + control[i + 1][0]) / 2, (control[i][1] + control[i + 1][1]) / 2]);
            for (var t = 0.125; t <= 1; t += 0.125)
                curve.Add([(1 - t) * (1 - t) * from[0] + 2 * t * (1 - t) * by[0] + t * t * to[0], (1 - t) * (1 - t) * from[1] + 2 * t * (1 - t) * by[1] + t * t * to[1]]);
        }

        return [.. curve];
    }
}
