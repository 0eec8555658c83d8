using System.Numerics.Tensors;
using GameNight.Drawing.Images;

namespace GameNight.Training.Features;

/// <summary>
/// What the trees look at instead of single pixels: 324 numbers that say, for each region of the image, in which directions
/// strokes run and on which sides paper is shut in by ink. All are whole numbers below 2²⁴, so that floats hold them
/// exactly and this code and the same steps inside the ONNX model agree to the bit, in whatever order either adds.
/// </summary>
/// <remarks>
/// Directions: Liu, Nakashima, Sako, Fujisawa, "Handwritten digit recognition: benchmarking of state-of-the-art techniques",
/// Pattern Recognition 36 (2003). Concavities: Favata, Srikantan, "A multiple feature/resolution approach to handprinted
/// digit and character recognition", International Journal of Imaging Systems and Technology 7 (1996).
/// </remarks>
public static partial class StrokeFeatures
{
    /// <summary>Numbers an image.</summary>
    public const int Count = Maps * Regions * Regions;

    private const int Maps = 9;
    private const int Directions = 4;
    private const int Side = DigitImage.Side;

    // Regions overlap by half, and their middle counts more: a stroke that moves a little changes them a little.
    private const int Regions = 6;
    private const int RegionSide = 8;
    private const int RegionStep = 4;

    // An image with a border of zeros, so that a step to a neighbour is a step in the array.
    private const int Stride = 32;
    private const int First = Stride + 1;
    private const int Inside = (Side - 1) * Stride + Side;
    private const int Padded = (Side + 2) * Stride;

    /// <summary>Sobel's operator for edges that face right, up and right, up, and up and left.</summary>
    private static readonly float[] Edges =
    [
        -1, 0, 1, -2, 0, 2, -1, 0, 1,
        0, 1, 2, -1, 0, 1, -2, -1, 0,
        1, 2, 1, 0, 0, 0, -1, -2, -1,
        2, 1, 0, 1, 0, -1, 0, -1, -2,
    ];

    private static readonly float[] RegionWeights = [1, 3, 5, 7, 7, 5, 3, 1];

    /// <summary>The features of many images, one after the other.</summary>
    /// <param name="images">In any number.</param>
    /// <param name="threads">How many are looked at at a time; -1 for as many as there are processors.</param>
    public static float[] Of(IReadOnlyList<DigitImage> images, int threads = -1)
    {
        var features = new float[images.Count * Count];
        Parallel.For(0, images.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Compute(images[i].Pixels, features.AsSpan(i * Count, Count)));
        return features;
    }

    private static void Compute(ReadOnlySpan<byte> pixels, Span<float> features)
    {
        Span<float> image = stackalloc float[Padded];
        image.Clear();
        for (var row = 0; row < Side; row++)
            TensorPrimitives.ConvertChecked(pixels.Slice(row * Side, Side), image.Slice(First + row * Stride, Side));
        Span<float> map = stackalloc float[Inside];
        for (var direction = 0; direction < Directions; direction++)
        {
            Edge(image, Edges.AsSpan(direction * 9, 9), map);
            Pool(map, features.Slice(direction * Regions * Regions));
        }

        Concavities(image, map, features.Slice(Directions * Regions * Regions));
    }

    /// <summary>How strongly the image changes in a direction, whichever way.</summary>
    private static void Edge(ReadOnlySpan<float> image, ReadOnlySpan<float> kernel, Span<float> map)
    {
        map.Clear();
        for (var k = 0; k < kernel.Length; k++)
        {
            if (kernel[k] != 0)
                TensorPrimitives.MultiplyAdd(image.Slice(k / 3 * Stride + k % 3, Inside), kernel[k], map, map);
        }

        TensorPrimitives.Abs(map, map);
    }

    /// <summary>Paper that has ink on all four sides, then paper that has it on all but the left, right, upper, lower one.</summary>
    private static void Concavities(ReadOnlySpan<float> image, Span<float> map, Span<float> features)
    {
        // The ink from a pixel to the image's edge, on each side.
        Span<float> left = stackalloc float[Inside], right = stackalloc float[Inside], above = stackalloc float[Inside], below = stackalloc float[Inside];
        Span<float> paper = stackalloc float[Inside], open = stackalloc float[Inside];
        var pixels = image.Slice(First, Inside);
        pixels.CopyTo(left);
        pixels.CopyTo(right);
        pixels.CopyTo(above);
        pixels.CopyTo(below);
        for (var row = 0; row < Inside; row += Stride)
        {
            for (var column = 1; column < Side; column++)
            {
                left[row + column] += left[row + column - 1];
                right[row + Side - 1 - column] += right[row + Side - column];
            }

            if (row == 0)
                continue;
            TensorPrimitives.Add(above.Slice(row, Side), above.Slice(row - Stride, Side), above.Slice(row, Side));
            var mirrored = (Side - 1) * Stride - row;
            TensorPrimitives.Add(below.Slice(mirrored, Side), below.Slice(mirrored + Stride, Side), below.Slice(mirrored, Side));
        }

        TensorPrimitives.Subtract(byte.MaxValue, pixels, paper);
        Least(left, right, above, below, paper, map);
        Pool(map, features);
        for (var side = 0; side < 4; side++)
        {
            Least(side == 0 ? paper : left, side == 1 ? paper : right, side == 2 ? paper : above, side == 3 ? paper : below, paper, open);
            TensorPrimitives.Subtract(open, map, open);
            Pool(open, features.Slice((side + 1) * Regions * Regions));
        }
    }

    private static void Least(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, Span<float> least)
    {
        TensorPrimitives.Min(a, b, least);
        TensorPrimitives.Min(least, c, least);
        TensorPrimitives.Min(least, d, least);
        TensorPrimitives.Min(least, e, least);
    }

    /// <summary>The weighted sum of each region of a map.</summary>
    private static void Pool(ReadOnlySpan<float> map, Span<float> features)
    {
        Span<float> band = stackalloc float[Side];
        for (var row = 0; row < Regions; row++)
        {
            band.Clear();
            for (var i = 0; i < RegionSide; i++)
                TensorPrimitives.MultiplyAdd(map.Slice((row * RegionStep + i) * Stride, Side), RegionWeights[i], band, band);
            for (var column = 0; column < Regions; column++)
                features[row * Regions + column] = TensorPrimitives.Dot(band.Slice(column * RegionStep, RegionSide), RegionWeights);
        }
    }
}
