using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>
/// Varies images by a little rotation, slant, stretch and shift, for images without recorded strokes, such as MNIST's. For ink, see
/// <see cref="InkAugmentation"/>.
/// </summary>
public static class ImageAugmentation
{
    /// <summary>A varied copy of an image; the same for the same state of the generator.</summary>
    public static DigitImage Vary(DigitImage image, Random random)
    {
        var (sin, cos) = Math.SinCos(random.Between(-12, 12) * Math.PI / 180);
        var (slant, width, height) = (random.Between(-0.2, 0.2), random.Between(0.85, 1.15), random.Between(0.85, 1.15));
        var (shiftX, shiftY) = (random.Between(-1, 1), random.Between(-1, 1));
        Span<byte> varied = stackalloc byte[DigitImage.Length];
        for (var i = 0; i < varied.Length; i++)
        {
            // The inverse transformation: the place in the image whose ink comes to this pixel.
            var x = i % DigitImage.Side + 0.5 - InkNormaliser.Centre - shiftX;
            var y = i / DigitImage.Side + 0.5 - InkNormaliser.Centre - shiftY;
            (x, y) = (cos * x + sin * y, cos * y - sin * x);
            (x, y) = ((x + slant * y) / width, y / height);
            var ink = Sample(image.Pixels, x + InkNormaliser.Centre - 0.5, y + InkNormaliser.Centre - 0.5);
            varied[i] = (byte)(ink + 0.5);
        }

        return new DigitImage(varied);
    }

    /// <summary>Bilinear interpolation between the middles of pixels, with paper around the image.</summary>
    private static double Sample(ReadOnlySpan<byte> pixels, double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, down) = (x - column, y - row);
        return (1 - down) * ((1 - right) * At(pixels, column, row) + right * At(pixels, column + 1, row))
             + down * ((1 - right) * At(pixels, column, row + 1) + right * At(pixels, column + 1, row + 1));
    }

    private static double At(ReadOnlySpan<byte> pixels, int column, int row) =>
        (uint)column < DigitImage.Side && (uint)row < DigitImage.Side ? pixels[row * DigitImage.Side + column] : 0;
}
