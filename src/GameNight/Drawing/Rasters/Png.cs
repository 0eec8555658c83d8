using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>Writes images as PNG files (ISO/IEC 15948): 28 × 28 pixels in 8-bit greyscale, ink white on black.</summary>
public static class Png
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
        Enumerable.Range(0, 8).Aggregate((uint)n, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    /// <summary>The image as the address of a picture, with the PNG in it (<c>data:</c>, RFC 2397).</summary>
    public static string WriteAddress(DigitImage image) => "data:image/png;base64," + Convert.ToBase64String(Write(image));

    public static byte[] Write(DigitImage image)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, DigitImage.Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), DigitImage.Side);
        header[8] = 8; // Bits a pixel. The zeros that follow stand for greyscale, deflate and no interlacing.
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < DigitImage.Side; row++)
            {
                zlib.WriteByte(0); // The row is not filtered.
                zlib.Write(image.Pixels.Slice(row * DigitImage.Side, DigitImage.Side));
            }
        }

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", data.ToArray());
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void WriteChunk(MemoryStream png, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        var crc = uint.MaxValue;
        foreach (var value in chunk.AsSpan(4, data.Length + 4))
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), ~crc);
        png.Write(chunk);
    }
}
