using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public sealed class DrawingFingerprintTests
{
    private static readonly Observation Long = Play([.. Enumerable.Range(0, 8).Select(i => new double[] { i, 9 - i, 5 * i * i })]);
    private static readonly Observation Short = Play([[50, 10, 0], [50, 90, 200]]);

    [Fact]
    public void Of_TheSamePoints_IsTheSameWhateverTheTimesAndWhoeverDraws()
    {
        var slower = Long.Ink!.ToStrokes()[0].Select(point => new[] { point[0], point[1], 3 * point[2] }).ToArray();
        var timeless = slower.Select(point => point[..2]).ToArray();
        Assert.Equal(Of(Long), Of(Play(slower) with { Player = "bob" }));
        Assert.Equal(Of(Long), Of(Play(timeless) with { Player = "eve", Image = ObservationBuilder.Image(9) }));
    }

    [Fact]
    public void Of_OtherPointsOrStrokes_IsAnother()
    {
        var points = Long.Ink!.ToStrokes()[0];
        Assert.NotEqual(Of(Long), Of(Play(points[..7], points[7..])));
        Assert.NotEqual(Of(Long), Of(Play([.. points, [8, 1]])));
        Assert.NotEqual(Of(Long), Of(Play([.. points.Reverse()])));
        Assert.NotEqual(Of(Play(points[..7], points[7..])), Of(Play(points[..6], points[6..])));
    }

    /// <summary>Two people may draw the same straight line, and keys move the pen on a grid.</summary>
    [Fact]
    public void Of_AFewPointsOrKeys_IsTheSameForOnePlayerOnly()
    {
        var keys = Long with { Input = InputKind.Keyboard };
        Assert.NotEqual(Of(Short), Of(Short with { Player = "bob" }));
        Assert.NotEqual(Of(keys), Of(keys with { Player = "bob" }));
        Assert.Equal(Of(Short), Of(Short with { Id = Guid.NewGuid() }));
        Assert.Equal(Of(keys), Of(keys with { Id = Guid.NewGuid() }));
        // The same point again and again is still a dot.
        var dot = Play([.. Enumerable.Repeat(new double[] { 5, 5 }, 20)]);
        Assert.NotEqual(Of(dot), Of(dot with { Player = "bob" }));
    }

    [Fact]
    public void Of_AnImageWithoutInk_IsThatOfTheImageWhoeverSendsIt()
    {
        var picture = Long with { Ink = null };
        Assert.Equal(Of(picture), Of(picture with { Player = "bob" }));
        Assert.NotEqual(Of(picture), Of(picture with { Image = ObservationBuilder.Image(9) }));
    }

    private static ulong Of(Observation play) => DrawingFingerprint.Of(play);

    private static Observation Play(params double[][][] strokes) => ObservationBuilder.Of() with { Ink = Ink.FromStrokes(strokes) };
}
