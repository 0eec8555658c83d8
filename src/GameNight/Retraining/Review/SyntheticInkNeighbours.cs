using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Training.SyntheticInk;

namespace GameNight.Retraining.Review;

/// <summary>
/// What a drawing looks like beside made-up drawings of every way of writing, by its nearest neighbours: a second witness
/// beside the network, which errs on other drawings, and like the network that ships it cannot be talked into anything by marks.
/// Safe for concurrent use.
/// </summary>
/// <remarks>T. M. Cover and P. E. Hart, "Nearest neighbor pattern classification", IEEE Transactions on Information Theory 13 (1967).</remarks>
public sealed class SyntheticInkNeighbours
{
    /// <summary>
    /// Whatever is further from all digits than this is none. Further are 0.2 % of made-up drawings, about 1 % of what 30 people
    /// wrote with a pen, and nine in ten scribbles.
    /// </summary>
    public const double Farthest = 1.8;

    /// <summary>Other learners' and judges' drawings have other seeds.</summary>
    private const int Seed = 555_777;

    private const int MadeUp = 5000;

    /// <summary>The distance to the nearest one would hang on single odd drawings.</summary>
    private const int Neighbour = 3;

    // Each pixel's surroundings, 5 × 5, at every second pixel: strokes a pixel apart are still alike.
    private const int Radius = 2;
    private const int Step = 2;

    private static readonly Lazy<SyntheticInkNeighbours> AllWays = new(() => new SyntheticInkNeighbours());

    private readonly float[][][] _digits = new float[OnnxClassifier.Digits][][];

    private SyntheticInkNeighbours()
    {
        for (var digit = 0; digit < _digits.Length; digit++)
            _digits[digit] = [.. Enumerable.Range(0, MadeUp / _digits.Length).Select(i => Blur(InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, new Random(Seed + _digits.Length * i + digit)))))];
    }

    /// <summary>The same in every run and on every machine; made when it is first asked for.</summary>
    public static SyntheticInkNeighbours MadeUpInk => AllWays.Value;

    /// <summary>The digit that a blurred drawing is nearest to, and how far it is from that.</summary>
    public (int Digit, double Distance) Find(float[] blurred)
    {
        var distances = Array.ConvertAll(_digits, shapes => Distance(blurred, shapes));
        var digit = Array.IndexOf(distances, distances.Min());
        return (digit, distances[digit]);
    }

    /// <summary>How far a blurred drawing is from others; infinitely from fewer than three.</summary>
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

    /// <summary>The drawing as it is compared: 14 × 14 means of ink, 0 to 1.</summary>
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
