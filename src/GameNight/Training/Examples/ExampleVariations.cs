using System.Buffers.Binary;
using System.Security.Cryptography;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Examples;

/// <summary>
/// Makes varied copies of examples, as other hands would have drawn them. A copy depends only on the example and on the number of
/// the copy.
/// </summary>
internal static class ExampleVariations
{
    /// <summary>The image of a copy.</summary>
    /// <param name="example">Its ink is varied, or its image where there is no ink.</param>
    /// <param name="copy">0 for the drawing itself; each higher number is another copy.</param>
    public static DigitImage Vary(TrainingExample example, int copy)
    {
        if (copy == 0)
            return example.Image;
        var random = new Random(Seed(example.Id, copy));
        return example.Ink is { IsBlank: false } ink
            ? InkNormaliser.Normalise(InkAugmentation.Vary(ink, random))
            : ImageAugmentation.Vary(example.Image, random);
    }

    /// <summary>A digest, because generators with similar seeds begin with similar numbers.</summary>
    private static int Seed(Guid id, int copy) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData([.. id.ToByteArray(), .. BitConverter.GetBytes(copy)]));
}
