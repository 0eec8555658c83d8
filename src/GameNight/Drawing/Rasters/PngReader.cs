using System.Buffers.Binary;
using System.IO.Compression;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>
/// Reads a PNG (ISO/IEC 15948, all colour types and depths, not interlaced) as ink on paper. The median of the border is
/// the paper. Where it is transparent, opacity is ink; otherwise ink is how far a pixel's brightness differs from the
/// paper's, scaled to full contrast.
/// </summary>
public static class PngReader
{
    /// <summary>The most pixels that are read: as many as 1024 × 1024 has, far more than 28 × 28 can show.</summary>
    public const int MaxPixels = 1 << 20;

    /// <param name="file">The bytes of the file.</param>
    /// <param name="budget">How many pixels may be read; null for <see cref="MaxPixels"/>.</param>
    /// <exception cref="InvalidDrawingException">
    /// The bytes are not a PNG, or one that is too large, damaged or interlaced.
    /// </exception>
    /// <exception cref="BlankDrawingException">All pixels look about the same.</exception>
    public static Raster Read(ReadOnlySpan<byte> file, PixelBudget? budget = null)
    {
        if (!file.StartsWith(Png.Signature))
            throw Invalid("These bytes aren't a PNG file.");
        PngHeader? header = null;
        byte[] palette = [], transparency = [];
        using var compressed = new MemoryStream();
        for (file = file[Png.Signature.Length..]; file.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file);
            if (length > file.Length - 12)
                break;
            var data = file.Slice(8, (int)length);
            switch (file.Slice(4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']: header = PngHeader.Read(data); break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: palette = data.ToArray(); break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: transparency = data.ToArray(); break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: compressed.Write(data); break;
            }

            file = file[((int)length + 12)..];
        }

        if (header is null)
            throw Invalid("The PNG has no header.");
        budget?.Take(header.Width * header.Height);
        compressed.Position = 0;
        var samples = Unfilter(compressed, header);
        return new PngColours(header, palette, transparency).ToRaster(samples);
    }

    internal static InvalidDrawingException Invalid(string message) => new("png", message);

    /// <summary>
    /// Undoes the row filters (section 9): each byte is stored as its difference from a prediction by its neighbours.
    /// </summary>
    private static byte[] Unfilter(MemoryStream compressed, PngHeader header)
    {
        var rows = new byte[header.Height * header.RowBytes];
        Span<byte> filter = stackalloc byte[1];
        try
        {
            using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
            for (var y = 0; y < header.Height; y++)
            {
                zlib.ReadExactly(filter);
                var row = rows.AsSpan(y * header.RowBytes, header.RowBytes);
                zlib.ReadExactly(row);
                var above = y == 0 ? [] : rows.AsSpan((y - 1) * header.RowBytes, header.RowBytes);
                Unfilter(filter[0], row, above, header.PixelBytes);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Invalid("The PNG is damaged or cut short.");
        }

        return rows;
    }

    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < pixelBytes ? 0 : row[i - pixelBytes];
            int up = above.IsEmpty ? 0 : above[i];
            int corner = above.IsEmpty || i < pixelBytes ? 0 : above[i - pixelBytes];
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => throw Invalid("The PNG uses a row filter that doesn't exist."),
            };
        }
    }

    /// <summary>Of the three neighbours the one that is nearest to left + up − corner (section 9.4).</summary>
    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        if (toLeft <= toUp && toLeft <= toCorner)
            return left;
        return toUp <= toCorner ? up : corner;
    }
}
