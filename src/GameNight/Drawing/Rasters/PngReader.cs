using System.Buffers.Binary;
using System.IO.Compression;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>
/// Reads a PNG (ISO/IEC 15948, all colour types and depths, not interlaced) as ink on paper. What the border shows most
/// is paper: where it is see-through, ink is whatever is not; else ink is what differs from it, full contrast.
/// </summary>
public static class PngReader
{
    /// <summary>Width × height at most: 1024 × 1024, far more than 28 × 28 can show.</summary>
    public const int MaxPixels = 1 << 20;

    /// <exception cref="InvalidDrawingException">These bytes are no PNG, or one that is too large, cut short or interlaced.</exception>
    /// <exception cref="BlankDrawingException">Every pixel is the same.</exception>
    public static Raster Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Png.Signature))
            throw Invalid("These bytes are not a PNG file.");
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
        compressed.Position = 0;
        var samples = Unfilter(compressed, header);
        return new PngColours(header, palette, transparency).ToRaster(samples);
    }

    internal static InvalidDrawingException Invalid(string message) => new("png", message);

    /// <summary>Undoes the row filters (section 9 of the specification): each byte was stored as its difference from its neighbours.</summary>
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
                Unfilter(filter[0], row, y == 0 ? [] : rows.AsSpan((y - 1) * header.RowBytes, header.RowBytes), header.PixelBytes);
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
                _ => throw Invalid("The PNG uses a row filter that does not exist."),
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
