using GameNight.Drawing.Strokes;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.Examples;

/// <summary>Labelled synthetic drawings: the digits in turn, of several players with a habit in common.</summary>
internal static class SyntheticExamples
{
    /// <summary>A secret of the tests.</summary>
    public static readonly SplitKey Key = new(new byte[32]);

    private const int Players = 6;

    /// <summary>Draws examples; the same for the same seed.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="seed">The seed of the drawings and of their ids.</param>
    /// <param name="habit">Maps each point of a drawing; null for no habit.</param>
    public static List<TrainingExample> Draw(int count, int seed, Func<double, double, double[]>? habit = null) =>
        [.. Enumerable.Range(0, count).Select(i => DrawOne(i, seed, habit))];

    /// <summary>The habit of mirror writing, in which few digits but 0, 1 and 8 look like themselves.</summary>
    public static double[] Mirrored(double x, double y) => [-x, y];

    private static TrainingExample DrawOne(int i, int seed, Func<double, double, double[]>? habit)
    {
        var id = new Guid(seed, (short)(i >> 16), (short)i, [0, 0, 0, 0, 0, 0, 0, 0]);
        var ink = StrokeSkeletons.Draw(i % 10, new Random(seed * 100_003 + i));
        if (habit is not null)
            ink = Ink.FromStrokes([.. ink.Strokes.Select(stroke => Array.ConvertAll(stroke, point => habit(point.X, point.Y)))]);
        return new TrainingExample(id, $"player {i / 10 % Players}", ink, InkNormaliser.Normalise(ink), i % 10);
    }
}
