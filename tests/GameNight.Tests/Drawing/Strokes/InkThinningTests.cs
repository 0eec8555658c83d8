using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

public sealed class InkThinningTests
{
    [Fact]
    public void Thin_InkOfAHand_StaysAsItIs()
    {
        var ink = Spiral(strokes: 4, points: 500);
        Assert.Same(ink, InkThinning.Thin(ink));
    }

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(500, 40)]
    [InlineData(7, 2_500)]
    public void Thin_MorePointsThanAreStored_KeepsEveryStrokeWithItsEnds(int strokes, int points)
    {
        var ink = Spiral(strokes, points);
        var thinned = InkThinning.Thin(ink);
        Assert.InRange(thinned.Strokes.Sum(stroke => stroke.Length), InkThinning.MaxStored / 2, InkThinning.MaxStored);
        Assert.Equal(ink.Strokes.Select(stroke => (stroke[0], stroke[^1])), thinned.Strokes.Select(stroke => (stroke[0], stroke[^1])));
        Assert.All(thinned.Strokes, stroke => Assert.Equal(stroke.OrderBy(point => point.T), stroke));
    }

    /// <summary>What the contestants saw, and what the stored ink shows, is the same to the eye.</summary>
    [Fact]
    public void Thin_LongStroke_ShowsTheSameDigit()
    {
        var ink = Spiral(strokes: 1, points: 20_000);
        var (before, after) = (InkNormaliser.Normalise(ink), InkNormaliser.Normalise(InkThinning.Thin(ink)));
        for (var i = 0; i < before.Pixels.Length; i++)
            Assert.InRange(Math.Abs(before.Pixels[i] - after.Pixels[i]), 0, 8);
    }

    private static Ink Spiral(int strokes, int points) => Ink.FromStrokes([.. Enumerable.Range(0, strokes).Select(stroke =>
        Enumerable.Range(0, points).Select(i =>
        {
            var angle = 6.0 * i / points + stroke;
            return new[] { 100 + angle * 10 * Math.Cos(angle), 100 + angle * 10 * Math.Sin(angle), i };
        }).ToArray())]);
}
