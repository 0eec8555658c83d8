using GameNight.Drawing.Images;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.SyntheticInk;

public sealed class ImageAugmentationTests
{
    private static readonly DigitImage Seven = SampleDrawings.Image(SampleDrawings.Seven);

    [Fact]
    public void Vary_SameSeed_IsTheSameImage() =>
        Assert.Equal(ImageAugmentation.Vary(Seven, new Random(1)), ImageAugmentation.Vary(Seven, new Random(1)));

    [Fact]
    public void Vary_AnySeed_ChangesTheImageButKeepsAboutItsInk()
    {
        var ink = Seven.ToNumbers().Sum();
        for (var seed = 0; seed < 100; seed++)
        {
            var varied = ImageAugmentation.Vary(Seven, new Random(seed));
            Assert.NotEqual(Seven, varied);
            Assert.InRange(varied.ToNumbers().Sum(), 0.6 * ink, 1.5 * ink);
        }
    }

    [Fact]
    public void Vary_Blank_StaysBlank() =>
        Assert.True(ImageAugmentation.Vary(new DigitImage(new byte[DigitImage.Length]), new Random(1)).IsBlank);
}
