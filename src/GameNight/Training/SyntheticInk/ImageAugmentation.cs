using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

/// <summary>What <see cref="InkAugmentation"/> is to ink, for images whose strokes nobody recorded, such as MNIST's: a little rotation, slant, stretch and shift.</summary>
public static class ImageAugmentation
{
    /// <param name="image">Any image.</param>
    /// <param name="random">Decides on everything: the same state gives the same image.</param>
    public static DigitImage Vary(DigitImage image, Random random)
    {
        var (sin, cos) = Math.SinCos(random.Between(-12, 12) * Math.PI / 180);
        var (slant, width, height) = (random.Between(-0.2, 0.2), random.Between(0.85, 1.15), random.Between(0.85, 1.15));
        var (shiftX, shiftY) = (random.Between(-1, 1), random.Between(-1, 1));
        Span<byte> varied = stackalloc byte[DigitImage.Length];
        for (var i = 0; i < varied.Length; i++)
        {
            // Backwards: where the ink of this pixel comes from.
            var (x, y) = (i % DigitImage.Side + 0.5 - InkNormaliser.Centre - shiftX, i / DigitImage.Side + 0.5 - InkNormaliser.Centre - shiftY);
            (x, y) = (cos * x + sin * y, cos * y - sin * x);
            varied[i] = (byte)(Sample(image.Pixels, (x + slant * y) / width + InkNormaliser.Centre - 0.5, y / height + InkNormaliser.Centre - 0.5) + 0.5);
        }

        return new DigitImage(varied);
    }

    /// <summary>Between the middles of pixels, bilinear.</summary>
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
