using System.Buffers.Binary;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>The IHDR chunk of a PNG (ISO/IEC 15948, 11.2.2).</summary>
/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Depth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColourType">0 greyscale, 2 colour, 3 palette, 4 greyscale with alpha, 6 colour with alpha.</param>
/// <param name="Channels">Samples a pixel, 1 to 4.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, byte ColourType, int Channels)
{
    public const byte Palette = 3;

    public bool HasAlpha => ColourType is 4 or 6;

    public int RowBytes => (Width * Channels * Depth + 7) / 8;

    /// <summary>The distance in bytes between a byte and the one that the row filters take for its left neighbour.</summary>
    public int PixelBytes => Math.Max(Channels * Depth / 8, 1);

    /// <exception cref="InvalidDrawingException">The chunk is damaged, or the image is too large or interlaced.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw PngReader.Invalid("The PNG's header is damaged.");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        if (width == 0 || height == 0 || (ulong)width * height > PngReader.MaxPixels)
        {
            throw PngReader.Invalid(
                $"The PNG has {width} × {height} pixels; at least 1 × 1 and at most {PngReader.MaxPixels:N0} in all are read.");
        }

        var (depth, type) = (data[8], data[9]);
        var channels = (type, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) => 1,
            (4, 8 or 16) => 2,
            (2, 8 or 16) => 3,
            (6, 8 or 16) => 4,
            _ => throw PngReader.Invalid("The PNG's colour type and depth don't go together."),
        };
        return data[12] == 0
            ? new PngHeader((int)width, (int)height, depth, type, channels)
            : throw PngReader.Invalid("The PNG is interlaced; save it without interlacing.");
    }
}
