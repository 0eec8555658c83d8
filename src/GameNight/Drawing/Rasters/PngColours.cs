using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>What a PNG's samples look like, and which of it is ink.</summary>
internal sealed class PngColours(PngHeader header, byte[] palette, byte[] transparency)
{
    /// <summary>Less contrast than this, of 255, is a page without ink.</summary>
    private const int LeastContrast = 24;

    public Raster ToRaster(byte[] samples)
    {
        var (luma, alpha) = (new byte[header.Width * header.Height], new byte[header.Width * header.Height]);
        for (var i = 0; i < luma.Length; i++)
            (luma[i], alpha[i]) = Pixel(samples, i / header.Width * header.RowBytes, i % header.Width);
        var ink = BorderMedian(alpha) < 128 ? alpha : Contrast(luma, BorderMedian(luma));
        var most = ink.Max();
        if (most < LeastContrast)
            throw new BlankDrawingException();
        return new Raster(header.Width, header.Height, Array.ConvertAll(ink, value => (byte)(value * 255 / most)));
    }

    private static byte[] Contrast(byte[] luma, byte paper) => Array.ConvertAll(luma, value => (byte)Math.Abs(value - paper));

    private byte BorderMedian(byte[] values)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var x = 0; x < header.Width; x++)
        {
            counts[values[x]]++;
            counts[values[^(x + 1)]]++;
        }

        for (var y = 0; y < header.Height; y++)
        {
            counts[values[y * header.Width]]++;
            counts[values[(y + 1) * header.Width - 1]]++;
        }

        var (median, below) = (0, counts[0]);
        while (below <= header.Width + header.Height)
            below += counts[++median];
        return (byte)median;
    }

    private (byte Luma, byte Alpha) Pixel(byte[] samples, int row, int x)
    {
        if (header.ColourType == PngHeader.Palette)
        {
            var index = Sample(samples, row, x);
            if (index * 3 + 2 >= palette.Length)
                throw PngReader.Invalid("The PNG uses a colour that its palette lacks.");
            return (Luma(palette[index * 3], palette[index * 3 + 1], palette[index * 3 + 2]),
                index < transparency.Length ? transparency[index] : byte.MaxValue);
        }

        byte Channel(int channel) => (byte)(Sample(samples, row, x * header.Channels + channel) * 255 / ((1 << Math.Min(header.Depth, 8)) - 1));
        var luma = header.Channels < 3 ? Channel(0) : Luma(Channel(0), Channel(1), Channel(2));
        return (luma, header.HasAlpha ? Channel(header.Channels - 1) : byte.MaxValue);
    }

    /// <summary>A sample as it is stored; of 16 bits the upper eight.</summary>
    private int Sample(byte[] samples, int row, int i) => header.Depth switch
    {
        16 => samples[row + i * 2],
        8 => samples[row + i],
        _ => (samples[row + i * header.Depth / 8] >> (8 - header.Depth - i * header.Depth % 8)) & ((1 << header.Depth) - 1),
    };

    /// <summary>ITU-R BT.601.</summary>
    private static byte Luma(byte red, byte green, byte blue) => (byte)((299 * red + 587 * green + 114 * blue) / 1000);
}
