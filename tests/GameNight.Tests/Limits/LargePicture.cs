using System.Buffers.Binary;
using System.IO.Compression;

namespace GameNight.Tests.Limits;

/// <summary>Pictures with many pixels in few bytes: a PNG with one bit a pixel, and one black bar.</summary>
internal static class LargePicture
{
    /// <param name="side">Pixels in a row, a multiple of 16, and rows.</param>
    /// <param name="hasBar">Whether there is ink on it.</param>
    /// <returns>The file in base64.</returns>
    public static string Of(int side, bool hasBar = true)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + side / 8];
            row.AsSpan(1).Fill(0xFF);
            row[side / 16] = hasBar ? (byte)0 : (byte)0xFF;
            for (var y = 0; y < side; y++)
                zlib.Write(row);
        }

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\u001a\n"u8]);
        Write("IHDR"u8, header);
        Write("IDAT"u8, compressed.ToArray());
        Write("IEND"u8, []);
        return Convert.ToBase64String(file.ToArray());

        void Write(ReadOnlySpan<byte> type, byte[] data)
        {
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            file.Write(number);
            file.Write(type);
            file.Write(data);
            // The reader does not look at checksums.
            file.Write([0, 0, 0, 0]);
        }
    }
}
