using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;

namespace GameNight.Tests.Drawing.Rasters;

public sealed class PngTests
{
    private static readonly byte[] Black = [0, 0, 0], White = [255, 255, 255];

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\u001a\n"u8];

    [Fact]
    public void Read_WhatWasWritten_GivesBackThePixels()
    {
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        var raster = PngReader.Read(Png.Write(image));
        Assert.Equal((28, 28), (raster.Width, raster.Height));
        Assert.Equal(image.Pixels.ToArray(), raster.Ink);
    }

    [Fact]
    public void Read_DarkOnLightAndLightOnDark_GiveTheSameInk()
    {
        var dark = PngReader.Read(Rgb(White, Black));
        Assert.Equal(255, dark.Ink[5 * 9 + 4]);
        Assert.Equal(0, dark.Ink[0]);
        Assert.Equal(dark.Ink, PngReader.Read(Rgb(Black, White)).Ink);
    }

    [Fact]
    public void Read_TransparentBackground_TakesOpacityAsInk() =>
        Assert.Equal(255, PngReader.Read(Encode(6, 8, (x, y) => x == 4 && y > 1 ? [0, 0, 0, 255] : [0, 0, 0, 0])).Ink[5 * 9 + 4]);

    /// <summary>Two grey levels at one bit a pixel; a row of nine pixels has two bytes.</summary>
    [Fact]
    public void Read_OneBitAPixel_IsUnpacked()
    {
        var raster = PngReader.Read(File(0, 1, _ => [0b1111_0111, 0b1000_0000]));
        Assert.Equal([0, 0, 0, 0, 255, 0, 0, 0, 0], raster.Ink[..9]);
    }

    [Fact]
    public void Read_Blank_IsRefused() => Assert.Throws<BlankDrawingException>(() => PngReader.Read(Rgb(White, White)));

    [Fact]
    public void Read_NotAPng_IsRefused() =>
        Assert.Equal("png", Assert.Throws<InvalidDrawingException>(() => PngReader.Read("GIF89a"u8)).Field);

    [Fact]
    public void Read_CutShortAnywhere_IsRefused()
    {
        var png = Rgb(White, Black);
        // The last chunk only marks the end of the file; the image is complete without it.
        for (var length = 0; length < png.Length - 12; length++)
            Assert.ThrowsAny<InvalidDrawingException>(() => PngReader.Read(png.AsSpan(0, length)));
    }

    [Fact]
    public void Read_WrongByteAnywhere_ThrowsNothingUnexpected()
    {
        var png = Rgb(White, Black);
        for (var i = 0; i < png.Length; i++)
        {
            var damaged = (byte[])png.Clone();
            damaged[i] ^= 0x55;
            var thrown = Record.Exception(() => PngReader.Read(damaged));
            Assert.True(thrown is null or InvalidDrawingException or BlankDrawingException, $"Byte {i} leads to {thrown}");
        }
    }

    /// <summary>All pixels belong to the border, which is then as large as an image may be.</summary>
    [Fact]
    public void Read_SingleRowOfMaximumLength_IsRead() =>
        Assert.Throws<BlankDrawingException>(() => PngReader.Read(SingleRow(PngReader.MaxPixels)));

    [Fact]
    public void Read_TooManyPixels_IsRefused()
    {
        var png = Rgb(White, Black);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 100_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 100_000);
        Assert.Contains("pixels", Assert.Throws<InvalidDrawingException>(() => PngReader.Read(png)).Message, StringComparison.Ordinal);
    }

    private static byte[] SingleRow(int width)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 1);
        header[8] = 8;
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[width + 1]);
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray())];
    }

    /// <summary>A PNG of 9 × 9 pixels with an upright stroke.</summary>
    private static byte[] Rgb(byte[] paper, byte[] ink) => Encode(2, 8, (x, y) => x == 4 && y > 1 ? ink : paper);

    private static byte[] Encode(byte colourType, byte depth, Func<int, int, byte[]> pixel) =>
        File(colourType, depth, y => [.. Enumerable.Range(0, 9).SelectMany(x => pixel(x, y))]);

    private static byte[] File(byte colourType, byte depth, Func<int, byte[]> row)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < 9; y++)
                zlib.Write([0, .. row(y)]);
        }

        byte[] header = [0, 0, 0, 9, 0, 0, 0, 9, depth, colourType, 0, 0, 0];
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A chunk whose checksum is zero, because the reader does not check it: deflate has one of its own.</summary>
    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
