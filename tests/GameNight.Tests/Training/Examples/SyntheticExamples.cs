using GameNight.Drawing.Strokes;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.Examples;

/// <summary>Marked drawings that nobody drew: the digits in turn, by several hands with a habit in common.</summary>
internal static class SyntheticExamples
{
    private const int Players = 6;

    /// <param name="count">How many.</param>
    /// <param name="seed">Other seeds give other drawings.</param>
    /// <param name="habit">What all hands do with each point of a drawing.</param>
    public static List<TrainingExample> Draw(int count, int seed, Func<double, double, double[]>? habit = null) =>
        [.. Enumerable.Range(0, count).Select(i => Of(i, i % 10, Change(StrokeSkeletons.Draw(i % 10, new Random(seed * 100_003 + i)), habit), seed))];

    /// <summary>Mirror writing: hardly any digit but 0, 1 and 8 looks like itself.</summary>
    public static double[] Mirrored(double x, double y) => [-x, y];

    private static TrainingExample Of(int i, int digit, Ink ink, int seed) =>
        new(new Guid(seed, (short)(i >> 16), (short)i, [0, 0, 0, 0, 0, 0, 0, 0]), $"player {i / 10 % Players}", ink, InkNormaliser.Normalise(ink), digit);

    private static Ink Change(Ink ink, Func<double, double, double[]>? habit) =>
        habit is null ? ink : Ink.FromStrokes([.. ink.Strokes.Select(stroke => Array.ConvertAll(stroke, point => habit(point.X, point.Y)))]);
}
