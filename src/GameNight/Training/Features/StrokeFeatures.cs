using System.Numerics.Tensors;
using GameNight.Drawing.Images;

namespace GameNight.Training.Features;

/// <summary>
/// The features that the trees use instead of pixels: 324 numbers that tell, for each region of the image, in which directions
/// strokes run and on which sides paper is enclosed by ink. All are whole numbers below 2²⁴, which floats represent exactly, so
/// that this code and the nodes of the ONNX model agree to the bit, in whatever order they add.
/// </summary>
/// <remarks>
/// Directions: Liu, Nakashima, Sako, Fujisawa, "Handwritten digit recognition: benchmarking of state-of-the-art techniques",
/// Pattern Recognition 36 (2003). Concavities: Favata, Srikantan, "A multiple feature/resolution approach to handprinted
/// digit and character recognition", International Journal of Imaging Systems and Technology 7 (1996).
/// </remarks>
public static partial class StrokeFeatures
{
    /// <summary>The number of features of an image: 9 maps of 6 × 6 regions.</summary>
    public const int Count = Maps * Regions * Regions;

    private const int Maps = 9;
    private const int Directions = 4;
    private const int Side = DigitImage.Side;

    // Regions overlap by half and have more weight in their middle, so that a small shift of a stroke changes them little.
    private const int Regions = 6;
    private const int RegionSide = 8;
    private const int RegionStep = 4;

    // Images are padded with zeros, so that a neighbour of any pixel is at a fixed distance in the array.
    private const int Stride = 32;
    private const int First = Stride + 1;
    private const int Inside = (Side - 1) * Stride + Side;
    private const int Padded = (Side + 2) * Stride;

    /// <summary>The Sobel operator in four directions: right, up and right, up, up and left.</summary>
    private static readonly float[] Edges =
    [
        -1, 0, 1, -2, 0, 2, -1, 0, 1,
        0, 1, 2, -1, 0, 1, -2, -1, 0,
        1, 2, 1, 0, 0, 0, -1, -2, -1,
        2, 1, 0, 1, 0, -1, 0, -1, -2,
    ];

    private static readonly float[] RegionWeights = [1, 3, 5, 7, 7, 5, 3, 1];

    /// <summary>The features of images, one image after the other.</summary>
    /// <param name="images">Any number of images.</param>
    /// <param name="threads">The number of threads; -1 for as many as there are processors.</param>
    public static float[] Of(IReadOnlyList<DigitImage> images, int threads = -1)
    {
        var features = new float[images.Count * Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, images.Count, options, i => Compute(images[i].Pixels, features.AsSpan(i * Count, Count)));
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

    /// <summary>The absolute value of the image's gradient in a direction.</summary>
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

    /// <summary>
    /// Five maps: paper with ink on all four sides, then paper with ink on all sides except the left, right, upper and lower one.
    /// </summary>
    private static void Concavities(ReadOnlySpan<float> image, Span<float> map, Span<float> features)
    {
        // The sum of ink from a pixel to the image's edge, on each side.
        Span<float> left = stackalloc float[Inside], right = stackalloc float[Inside];
        Span<float> above = stackalloc float[Inside], below = stackalloc float[Inside];
        Span<float> paper = stackalloc float[Inside], open = stackalloc float[Inside];
        var pixels = image.Slice(First, Inside);
        SumToEdges(pixels, left, right, above, below);
        TensorPrimitives.Subtract(byte.MaxValue, pixels, paper);
        Min(left, right, above, below, paper, map);
        Pool(map, features);
        for (var side = 0; side < 4; side++)
        {
            Min(side == 0 ? paper : left, side == 1 ? paper : right, side == 2 ? paper : above, side == 3 ? paper : below, paper, open);
            TensorPrimitives.Subtract(open, map, open);
            Pool(open, features.Slice((side + 1) * Regions * Regions));
        }
    }

    private static void SumToEdges(
        ReadOnlySpan<float> pixels, Span<float> left, Span<float> right, Span<float> above, Span<float> below)
    {
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
    }

    private static void Min(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, Span<float> min)
    {
        TensorPrimitives.Min(a, b, min);
        TensorPrimitives.Min(min, c, min);
        TensorPrimitives.Min(min, d, min);
        TensorPrimitives.Min(min, e, min);
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
