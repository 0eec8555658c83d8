using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing.Rasters;

/// <summary>
/// Crops, scales and centres a raster image by the same rule as <see cref="InkNormaliser"/>, except for the width of the
/// strokes, which is scaled with the image.
/// </summary>
public static class RasterNormaliser
{
    /// <summary>Pixels below this count as paper, because scanners and lossy formats leave specks.</summary>
    private const byte InkThreshold = 48;

    /// <exception cref="BlankDrawingException">No pixel has enough ink.</exception>
    public static DigitImage Normalise(Raster raster)
    {
        var (left, top, right, bottom) = Bounds(raster);
        var integral = Integral(raster);
        var (massX, massY) = CentreOfMass(raster);
        var scale = Math.Max(right - left, bottom - top) / InkNormaliser.Box;
        Span<byte> pixels = stackalloc byte[DigitImage.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var x = massX + (i % DigitImage.Side - InkNormaliser.Centre) * scale;
            var y = massY + (i / DigitImage.Side - InkNormaliser.Centre) * scale;
            var ink = InkUpTo(integral, raster, x + scale, y + scale) - InkUpTo(integral, raster, x, y + scale)
                    - InkUpTo(integral, raster, x + scale, y) + InkUpTo(integral, raster, x, y);
            pixels[i] = (byte)Math.Clamp(ink / (scale * scale) + 0.5, 0, 255);
        }

        return new DigitImage(pixels);
    }

    private static byte InkAt(Raster raster, int i) => raster.Ink[i] < InkThreshold ? (byte)0 : raster.Ink[i];

    private static (int Left, int Top, int Right, int Bottom) Bounds(Raster raster)
    {
        var (left, top, right, bottom) = (raster.Width, raster.Height, 0, 0);
        for (var i = 0; i < raster.Ink.Length; i++)
        {
            if (InkAt(raster, i) == 0)
                continue;
            var (x, y) = (i % raster.Width, i / raster.Width);
            (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
        }

        return right == 0 ? throw new BlankDrawingException() : (left, top, right, bottom);
    }

    private static (double X, double Y) CentreOfMass(Raster raster)
    {
        var (mass, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < raster.Ink.Length; i++)
        {
            var ink = InkAt(raster, i);
            mass += ink;
            x += ink * (i % raster.Width + 0.5);
            y += ink * (i / raster.Width + 0.5);
        }

        return (x / mass, y / mass);
    }

    /// <summary>
    /// The summed-area table (F. C. Crow, 1984): entry (x, y) is the ink above and left of that corner of the pixels.
    /// </summary>
    private static double[] Integral(Raster raster)
    {
        var stride = raster.Width + 1;
        var integral = new double[stride * (raster.Height + 1)];
        for (var y = 1; y <= raster.Height; y++)
        {
            var row = 0.0;
            for (var x = 1; x < stride; x++)
            {
                row += InkAt(raster, (y - 1) * raster.Width + x - 1);
                integral[y * stride + x] = integral[(y - 1) * stride + x] + row;
            }
        }

        return integral;
    }

    /// <summary>
    /// The ink above and left of a point. Bilinear between the corners of pixels, which is exact for cut pixels.
    /// </summary>
    private static double InkUpTo(double[] integral, Raster raster, double x, double y)
    {
        x = Math.Clamp(x, 0, raster.Width);
        y = Math.Clamp(y, 0, raster.Height);
        var (column, row) = (Math.Min((int)x, raster.Width - 1), Math.Min((int)y, raster.Height - 1));
        var (right, down) = (x - column, y - row);
        var i = row * (raster.Width + 1) + column;
        var next = i + raster.Width + 1;
        return (1 - down) * ((1 - right) * integral[i] + right * integral[i + 1])
             + down * ((1 - right) * integral[next] + right * integral[next + 1]);
    }
}
