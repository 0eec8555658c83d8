using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.SyntheticInk;

public sealed class StrokeSkeletonsTests
{
    [Fact]
    public void Draw_AnyDigit_IsADrawingOfAFewStrokes()
    {
        for (var i = 0; i < 1000; i++)
        {
            var ink = StrokeSkeletons.Draw(i % 10, new Random(i));
            Assert.InRange(ink.Strokes.Count, 1, 2);
            var inked = InkNormaliser.Normalise(ink).Pixels.ToArray().Count(pixel => pixel > 127);
            Assert.InRange(inked, 25, 250);
        }
    }

    [Fact]
    public void Draw_SameSeed_IsTheSameDrawing() =>
        Assert.Equal(StrokeSkeletons.Draw(7, new Random(4)), StrokeSkeletons.Draw(7, new Random(4)));

    [Fact]
    public void Draw_OtherSeed_IsAnotherDrawing()
    {
        var images = Enumerable.Range(0, 100).Select(seed => InkNormaliser.Normalise(StrokeSkeletons.Draw(3, new Random(seed))));
        Assert.Equal(100, images.Distinct().Count());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Draw_NoDigit_IsRefused(int digit) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(digit), () => StrokeSkeletons.Draw(digit, new Random(1)));
}
