using GameNight.Drawing.Strokes;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class StrokePathTests
{
    private static readonly Ink Four = Ink.FromStrokes([[[30, 0], [0, 60], [60, 60]], [[40, 30], [40, 100]]]);

    [Fact]
    public void Of_NoInk_IsNone()
    {
        Assert.Null(StrokePath.Of(null));
        Assert.Null(StrokePath.Of(Ink.Blank));
    }

    [Fact]
    public void Distance_SameDrawingElsewhereAndLarger_IsNone() =>
        Assert.Equal(0, Distance(Four, Mapped(Four, (x, y) => (3 * x + 70, 3 * y - 20))), 1e-4);

    [Fact]
    public void Distance_MorePointsOnTheWay_IsNone() => Assert.Equal(
        0, Distance(Ink.FromStrokes([[[0, 0], [0, 100]]]), Ink.FromStrokes([[[0, 0], [0, 10], [0, 11], [0, 70], [0, 100]]])), 1e-4);

    [Fact]
    public void Distance_SameLineTheOtherWay_IsLarge() =>
        Assert.InRange(Distance(Ink.FromStrokes([[[0, 0], [0, 100]]]), Ink.FromStrokes([[[0, 100], [0, 0]]])), 0.7, 2);

    [Fact]
    public void Distance_OneStrokeOrTwo_Differ() =>
        Assert.InRange(Distance(Four, Ink.FromStrokes([Four.ToStrokes().SelectMany(stroke => stroke).ToArray()])), 0.1, 1);

    [Fact]
    public void Distance_ADot_IsANumber() =>
        Assert.InRange(Distance(Ink.FromStrokes([[[5, 5]]]), Four), 0.1, 1);

    [Theory]
    [InlineData(1e-310)]
    [InlineData(1e9)]
    public void Distance_OfAnySize_IsTheSame(double size) => Assert.Equal(
        0, Distance(Ink.FromStrokes([[[0, 0], [0, 1]]]), Ink.FromStrokes([[[-size, 0], [-size, size]]])), 1e-4);

    [Fact]
    public void Distance_ALineAndBack_IsANumber() =>
        Assert.InRange(Distance(Ink.FromStrokes([[[0, 0], [1.0 / 3, 1.0 / 7], [0, 0]]]), Four), 0.1, 1);

    [Fact]
    public void Distance_DrawingsOfOneDigit_AreNearerThanTheirMirrorImages()
    {
        var (drawings, others) = (SyntheticExamples.Draw(50, seed: 1), SyntheticExamples.Draw(50, seed: 2));
        Assert.All(drawings.Zip(others), pair =>
        {
            var (one, other) = (pair.First.Ink!, pair.Second.Ink!);
            var distance = Distance(one, other);
            Assert.InRange(distance, 0, 3);
            Assert.Equal(distance, Distance(other, one));
            Assert.Equal(0, Distance(one, one));
            Assert.Equal(distance, Distance(Mapped(one, Mirror), Mapped(other, Mirror)), 1e-4);
        });
        Assert.True(
            drawings.Zip(others).Average(pair => Distance(pair.First.Ink!, pair.Second.Ink!))
            < drawings.Zip(others).Average(pair => Distance(pair.First.Ink!, Mapped(pair.Second.Ink!, Mirror))));

        static (double X, double Y) Mirror(double x, double y) => (-x, y);
    }

    private static float Distance(Ink one, Ink other) => StrokePath.Of(one)!.DistanceTo(StrokePath.Of(other)!);

    private static Ink Mapped(Ink ink, Func<double, double, (double X, double Y)> map) => Ink.FromStrokes(
        [.. ink.Strokes.Select(stroke => stroke.Select(point => map(point.X, point.Y) is var (x, y) ? new[] { x, y } : []).ToArray())]);
}
