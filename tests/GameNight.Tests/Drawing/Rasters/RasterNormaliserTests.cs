using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Rasters;

public sealed class RasterNormaliserTests
{
    [Fact]
    public void Normalise_ImageOfTheInkNormaliser_HardlyChangesIt()
    {
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        var again = RasterNormaliser.Normalise(new Raster(DigitImage.Side, DigitImage.Side, image.Pixels.ToArray()));
        Assert.InRange(image.ToNumbers().Zip(again.ToNumbers(), (a, b) => Math.Abs(a - b)).Average(), 0, 6);
    }

    [Theory]
    [InlineData(40, 60, 1)]
    [InlineData(200, 90, 3)]
    [InlineData(31, 400, 7)]
    public void Normalise_BlockOfAnyPlaceAndSize_FillsTwentyPixelsAndIsCentred(int left, int top, int scale)
    {
        const int Width = 300, Height = 600;
        var ink = new byte[Width * Height];
        for (var y = top; y < top + 20 * scale; y++)
            Array.Fill(ink, (byte)255, y * Width + left, 10 * scale);
        var pixels = RasterNormaliser.Normalise(new Raster(Width, Height, ink)).ToNumbers();
        Assert.Equal(200 * 255, pixels.Sum(), 800.0);
        double Mean(Func<int, int> place) => pixels.Select((v, i) => v * (place(i) + 0.5)).Sum() / pixels.Sum();
        Assert.Equal(InkNormaliser.Centre, Mean(i => i % DigitImage.Side), 0.02);
        Assert.Equal(InkNormaliser.Centre, Mean(i => i / DigitImage.Side), 0.02);
    }

    [Fact]
    public void Normalise_OnlySpecks_IsBlank() =>
        Assert.Throws<BlankDrawingException>(() => RasterNormaliser.Normalise(new Raster(2, 1, [10, 30])));
}
