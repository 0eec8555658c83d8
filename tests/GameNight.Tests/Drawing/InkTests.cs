using GameNight.Drawing;

namespace GameNight.Tests.Drawing;

public sealed class InkTests
{
    [Fact]
    public void FromStrokes_EmptyStrokes_AreDropped() =>
        Assert.Single(Ink.FromStrokes([[], [[1, 2]], []]).Strokes);

    [Fact]
    public void FromStrokes_NotFinite_NamesTheNumber() =>
        Assert.Equal("strokes[1][0][1]", Assert.Throws<InvalidDrawingException>(() => Ink.FromStrokes([[[0, 0]], [[1, double.PositiveInfinity]]])).Field);

    [Fact]
    public void FromStrokes_FourNumbers_NamesThePoint() =>
        Assert.Equal("strokes[0][1]", Assert.Throws<InvalidDrawingException>(() => Ink.FromStrokes([[[0, 0], [1, 2, 3, 4]]])).Field);

    [Theory]
    [InlineData(501, 1)]
    [InlineData(2, 10_001)]
    public void FromStrokes_OverTheLimits_IsRefused(int strokes, int points) =>
        Assert.Throws<InvalidDrawingException>(() => Ink.FromStrokes([.. Enumerable.Repeat(Enumerable.Repeat(new double[] { 1, 2 }, points).ToArray(), strokes)]));

    [Fact]
    public void ToStrokes_GivesBackWhatCameIn()
    {
        double[][][] strokes = [[[1, 2, 0], [3, 4, 16]], [[5, 6]]];
        Assert.Equal(strokes, Ink.FromStrokes(strokes).ToStrokes());
    }
}
