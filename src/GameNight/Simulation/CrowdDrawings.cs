using GameNight.Drawing;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Simulation;

/// <summary>
/// The drawings of a crowd: synthetic ink as the drawing pad sends it, in hundredths of a unit and whole milliseconds, with its image.
/// </summary>
internal sealed class CrowdDrawings
{
    private readonly DrawnDigit[][] _byDigit;

    /// <summary>Makes drawings.</summary>
    /// <param name="each">The number of drawings of each digit.</param>
    /// <param name="random">The generator.</param>
    public CrowdDrawings(int each, Random random) =>
        _byDigit = [.. Enumerable.Range(0, BoostedTrees.Classes).Select(digit =>
            Enumerable.Range(0, each).Select(_ => Make(digit, random)).ToArray())];

    /// <summary>One of the drawings of a digit.</summary>
    public DrawnDigit Draw(int digit, Random random) => _byDigit[digit][random.Next(_byDigit[digit].Length)];

    /// <summary>
    /// The ink somewhere else on the pad, by up to 50 units, which the image does not show. The place depends on the id: the
    /// same drawing once more would not count.
    /// </summary>
    public static Ink Move(Ink ink, Guid id)
    {
        var bytes = id.ToByteArray();
        var (x, y) = (BitConverter.ToUInt16(bytes, 10) % 5000 / 100.0, BitConverter.ToUInt16(bytes, 12) % 5000 / 100.0);
        return new Ink([.. ink.Strokes.Select(stroke => Array.ConvertAll(
            stroke, point => point with { X = Math.Round(point.X + x, 2), Y = Math.Round(point.Y + y, 2) }))]);
    }

    /// <summary>The image with a speck in a corner of the paper, which depends on the id, for the same reason.</summary>
    public static DigitImage Mark(DigitImage image, Guid id)
    {
        byte[] pixels = [.. image.Pixels];
        id.ToByteArray().AsSpan(10, 4).CopyTo(pixels);
        return new DigitImage(pixels);
    }

    private static DrawnDigit Make(int digit, Random random) =>
        DrawnDigit.FromInk(AddTimes(StrokeSkeletons.Draw(digit, random), random), input: null);

    /// <summary>Gives each point a time, with a pace that differs between drawings and pauses between strokes.</summary>
    private static Ink AddTimes(Ink ink, Random random)
    {
        var (pace, time) = (random.Between(12, 40), 0.0);
        var strokes = new List<double[][]>();
        foreach (var stroke in ink.Strokes)
        {
            strokes.Add(Array.ConvertAll(stroke, point =>
            {
                var rounded = Math.Round(time);
                time += pace * random.Between(0.7, 1.3);
                return new[] { Math.Round(100 + point.X, 2), Math.Round(50 + point.Y, 2), rounded };
            }));
            time += random.Between(120, 400);
        }

        return Ink.FromStrokes(strokes);
    }
}
