using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.SyntheticInk;

public sealed class InkAugmentationTests
{
    private static readonly Ink Seven = Ink.FromStrokes([[[10, 10, 0], [60, 10, 120], [30, 90, 400]], [[20, 50], [60, 50]]]);

    [Fact]
    public void Vary_SameSeed_IsTheSameDrawing() =>
        Assert.Equal(InkAugmentation.Vary(Seven, new Random(1)), InkAugmentation.Vary(Seven, new Random(1)));

    [Fact]
    public void Vary_AnyInk_KeepsStrokesPointsAndTimes()
    {
        var varied = InkAugmentation.Vary(Seven, new Random(1));
        Assert.NotEqual(InkNormaliser.Normalise(Seven), InkNormaliser.Normalise(varied));
        Assert.Equal(Times(Seven), Times(varied));
    }

    [Fact]
    public void Vary_NoStrength_KeepsTheNormalisedImage() =>
        Assert.Equal(InkNormaliser.Normalise(Seven), InkNormaliser.Normalise(InkAugmentation.Vary(Seven, new Random(1), strength: 0)));

    [Fact]
    public void Vary_LittleStrength_ChangesLessThanMuch()
    {
        double Change(double strength) =>
            Enumerable.Range(0, 50).Average(seed => Distance(Seven, InkAugmentation.Vary(Seven, new Random(seed), strength)));
        Assert.InRange(Change(0.25), 0, 0.7 * Change(1));
    }

    [Fact]
    public void Vary_Blank_StaysBlank() => Assert.Same(Ink.Blank, InkAugmentation.Vary(Ink.Blank, new Random(1)));

    [Fact]
    public void Vary_Dot_StaysADot()
    {
        var dot = Ink.FromStrokes([[[5, 5]]]);
        Assert.Equal(InkNormaliser.Normalise(dot), InkNormaliser.Normalise(InkAugmentation.Vary(dot, new Random(1))));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(Ink.MaxCoordinate)]
    public void Vary_DrawingOfAnySize_IsNotBlank(double size)
    {
        var ink = Ink.FromStrokes([[[-size, 0], [size, size / 2]]]);
        Assert.False(InkNormaliser.Normalise(InkAugmentation.Vary(ink, new Random(1))).IsBlank);
    }

    private static IEnumerable<IEnumerable<double?>> Times(Ink ink) => ink.Strokes.Select(stroke => stroke.Select(point => point.T));

    private static double Distance(Ink one, Ink other) =>
        InkNormaliser.Normalise(one).ToNumbers()
            .Zip(InkNormaliser.Normalise(other).ToNumbers(), (a, b) => (double)Math.Abs(a - b)).Sum();
}
