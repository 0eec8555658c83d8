using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Training.SyntheticInk;

namespace GameNight.Retraining.Review;

/// <summary>
/// Classifies a drawing by its nearest neighbours among synthetic drawings of every way of writing. It errs on other drawings than the
/// network, and like the network that ships it does not depend on any label. Safe for concurrent use.
/// </summary>
/// <remarks>
/// T. M. Cover and P. E. Hart, "Nearest neighbor pattern classification", IEEE Transactions on Information Theory 13 (1967).
/// </remarks>
public sealed class SyntheticInkNeighbours
{
    /// <summary>
    /// A drawing that is further than this from all digits is none: 0.2 % of synthetic drawings, about 1 % of what 30 people wrote with
    /// a pen, and nine in ten scribbles.
    /// </summary>
    public const double Farthest = 1.8;

    /// <summary>Differs from the seeds of the learners and of the guard set, so that their drawings are others.</summary>
    private const int Seed = 555_777;

    private const int Drawings = 5000;

    /// <summary>The distance is that to the third nearest drawing: that to the nearest one would depend on single odd drawings.</summary>
    private const int Neighbour = 3;

    // Means over 5 × 5 pixels at every second pixel, so that strokes a pixel apart are still alike.
    private const int Radius = 2;
    private const int Step = 2;

    private static readonly Lazy<SyntheticInkNeighbours> Instance = new(() => new SyntheticInkNeighbours());

    private readonly float[][][] _digits = new float[OnnxClassifier.Digits][][];

    private SyntheticInkNeighbours()
    {
        for (var digit = 0; digit < _digits.Length; digit++)
        {
            var inks = Enumerable.Range(0, Drawings / _digits.Length)
                .Select(i => StrokeSkeletons.Draw(digit, new Random(Seed + _digits.Length * i + digit)));
            _digits[digit] = [.. inks.Select(ink => Blur(InkNormaliser.Normalise(ink)))];
        }
    }

    /// <summary>The one instance, with the same drawings in every run and on every machine; made on first use.</summary>
    public static SyntheticInkNeighbours Shared => Instance.Value;

    /// <summary>The digit to which a blurred drawing is nearest, and the distance to it.</summary>
    public (int Digit, double Distance) Find(float[] blurred)
    {
        var distances = Array.ConvertAll(_digits, shapes => Distance(blurred, shapes));
        var digit = Array.IndexOf(distances, distances.Min());
        return (digit, distances[digit]);
    }

    /// <summary>The Euclidean distance of a blurred drawing to the third nearest of others; infinite where they are fewer.</summary>
    public static double Distance(float[] blurred, IEnumerable<float[]> others)
    {
        Span<double> nearest = stackalloc double[Neighbour];
        nearest.Fill(double.PositiveInfinity);
        foreach (var other in others)
        {
            var distance = TensorPrimitives.Distance<float>(blurred, other);
            if (distance >= nearest[^1])
                continue;
            nearest[^1] = distance;
            nearest.Sort();
        }

        return nearest[^1];
    }

    /// <summary>The form in which drawings are compared: 14 × 14 means of ink, 0 to 1, row by row.</summary>
    public static float[] Blur(DigitImage image)
    {
        const int Side = DigitImage.Side / Step, Area = (2 * Radius + 1) * (2 * Radius + 1);
        var blurred = new float[Side * Side];
        for (var i = 0; i < blurred.Length; i++)
        {
            var (top, left) = (i / Side * Step + 1 - Radius, i % Side * Step + 1 - Radius);
            var sum = 0;
            for (var row = Math.Max(0, top); row <= Math.Min(DigitImage.Side - 1, top + 2 * Radius); row++)
            {
                for (var column = Math.Max(0, left); column <= Math.Min(DigitImage.Side - 1, left + 2 * Radius); column++)
                    sum += image.Pixels[row * DigitImage.Side + column];
            }

            blurred[i] = sum / (255f * Area);
        }

        return blurred;
    }
}
