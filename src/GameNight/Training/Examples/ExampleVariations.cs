using System.Buffers.Binary;
using System.Security.Cryptography;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Examples;

/// <summary>More drawings like the marked ones, as other hands would have made them. The same lesson gives the same copies, whatever is learned beside it.</summary>
internal static class ExampleVariations
{
    /// <summary>A copy of a lesson's image.</summary>
    /// <param name="lesson">Its ink is drawn again; where only pixels came, they are warped.</param>
    /// <param name="copy">0 for the drawing as it is; each further number is another hand.</param>
    public static DigitImage Vary(TrainingExample lesson, int copy)
    {
        if (copy == 0)
            return lesson.Image;
        var random = new Random(Seed(lesson.Id, copy));
        return lesson.Ink is { IsBlank: false } ink ? InkNormaliser.Normalise(InkAugmentation.Vary(ink, random)) : ImageAugmentation.Vary(lesson.Image, random);
    }

    /// <summary>A digest, because generators with seeds that follow a rule begin alike.</summary>
    private static int Seed(Guid id, int copy) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData([.. id.ToByteArray(), .. BitConverter.GetBytes(copy)]));
}
