using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>Turns the samples of a PNG into ink on paper.</summary>
/// <param name="header">How the samples are stored.</param>
/// <param name="palette">The PLTE chunk: red, green and blue of each colour; empty where there is none.</param>
/// <param name="transparency">The tRNS chunk: the alpha of the palette's colours; shorter where the rest is opaque.</param>
internal sealed class PngColours(PngHeader header, byte[] palette, byte[] transparency)
{
    /// <summary>An image whose values differ by less than this, of 255, has no ink.</summary>
    private const int MinContrast = 24;

    /// <summary>The ink of each pixel, at full contrast; see <see cref="PngReader"/>.</summary>
    /// <param name="samples">The unfiltered rows.</param>
    /// <exception cref="BlankDrawingException">The contrast is too low for ink.</exception>
    /// <exception cref="InvalidDrawingException">A sample names a colour that the palette lacks.</exception>
    public Raster ToRaster(byte[] samples)
    {
        var (luma, alpha) = (new byte[header.Width * header.Height], new byte[header.Width * header.Height]);
        for (var i = 0; i < luma.Length; i++)
            (luma[i], alpha[i]) = Pixel(samples, i / header.Width * header.RowBytes, i % header.Width);
        var ink = BorderMedian(alpha) < 128 ? alpha : Contrast(luma, BorderMedian(luma));
        var max = ink.Max();
        if (max < MinContrast)
            throw new BlankDrawingException();
        return new Raster(header.Width, header.Height, Array.ConvertAll(ink, value => (byte)(value * 255 / max)));
    }

    private static byte[] Contrast(byte[] luma, byte paper) => Array.ConvertAll(luma, value => (byte)Math.Abs(value - paper));

    /// <summary>The median of the image's outermost pixels, counted by value because an image may be one long row.</summary>
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

        var maxSample = (1 << Math.Min(header.Depth, 8)) - 1;
        byte Channel(int channel) => (byte)(Sample(samples, row, x * header.Channels + channel) * 255 / maxSample);
        var luma = header.Channels < 3 ? Channel(0) : Luma(Channel(0), Channel(1), Channel(2));
        return (luma, header.HasAlpha ? Channel(header.Channels - 1) : byte.MaxValue);
    }

    /// <summary>A stored sample; of 16 bits the upper eight.</summary>
    private int Sample(byte[] samples, int row, int i) => header.Depth switch
    {
        16 => samples[row + i * 2],
        8 => samples[row + i],
        _ => (samples[row + i * header.Depth / 8] >> (8 - header.Depth - i * header.Depth % 8)) & ((1 << header.Depth) - 1),
    };

    /// <summary>The brightness of a colour by ITU-R BT.601.</summary>
    private static byte Luma(byte red, byte green, byte blue) => (byte)((299 * red + 587 * green + 114 * blue) / 1000);
}
