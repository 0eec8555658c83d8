using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Simulation;

/// <summary>What a crowd draws: made-up ink as the drawing pad sends it, in hundredths of a unit and whole milliseconds, and its image.</summary>
internal sealed class CrowdDrawings
{
    private readonly DrawnDigit[][] _byDigit;

    /// <param name="each">Of each digit.</param>
    /// <param name="random">Decides on everything.</param>
    public CrowdDrawings(int each, Random random) =>
        _byDigit = [.. Enumerable.Range(0, BoostedTrees.Classes).Select(digit =>
            Enumerable.Range(0, each).Select(_ => DrawnDigit.FromInk(Time(StrokeSkeletons.Draw(digit, random), random), input: null)).ToArray())];

    public DrawnDigit Draw(int digit, Random random) => _byDigit[digit][random.Next(_byDigit[digit].Length)];

    /// <summary>Every hand has a pace of its own, and lifts the pen between strokes.</summary>
    private static Ink Time(Ink ink, Random random)
    {
        var (pace, time) = (random.Between(12, 40), 0.0);
        var strokes = new List<double[][]>();
        foreach (var stroke in ink.Strokes)
        {
            strokes.Add(Array.ConvertAll(stroke, point =>
            {
                var at = Math.Round(time);
                time += pace * random.Between(0.7, 1.3);
                return new[] { Math.Round(100 + point.X, 2), Math.Round(50 + point.Y, 2), at };
            }));
            time += random.Between(120, 400);
        }

        return Ink.FromStrokes(strokes);
    }
}
