using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Pad;

public sealed class ReplayTimelineTests
{
    [Fact]
    public void From_TimedStrokes_KeepsTheirTimesAndPauses()
    {
        var replay = Replay([[[0, 0, 0], [100, 0, 400]], [[0, 100, 600], [100, 100, 700]]]);
        Assert.Equal([(0, 400), (600, 100)], replay.Select(stroke => (stroke.Start, stroke.Duration)));
    }

    [Fact]
    public void From_StrokeThatSlowsDown_KeepsItsPace() =>
        Assert.Equal([(0, 0), (0.25, 0.75), (1, 1)], Assert.Single(Replay([[[0, 0, 50], [30, 0, 75], [40, 0, 150]]])).Pace);

    [Fact]
    public void From_LongPause_IsCut() =>
        Assert.Equal(100 + ReplayTimeline.MaxPause, Replay([[[0, 0, 0], [9, 0, 100]], [[0, 9, 60_000], [9, 9, 60_100]]])[1].Start);

    [Fact]
    public void From_LongDrawing_RunsFasterInAllItsParts()
    {
        var replay = Replay([[[0, 0, 0], [9, 0, 8000]], [[0, 9, 8200], [9, 9, 12_000]]]);
        Assert.Equal([(0, 2000), (2050, 950)], replay.Select(stroke => (stroke.Start, stroke.Duration)));
    }

    [Fact]
    public void From_ManyStrokes_EndsInTime() =>
        Assert.Equal(ReplayTimeline.MaxTotal, End(Replay([.. Enumerable.Range(0, Ink.MaxStrokes).Select(UprightLine)])), 6);

    [Theory]
    [InlineData(null, null)]
    [InlineData(500.0, 100.0)]
    [InlineData(7.0, 7.0)]
    [InlineData(-1e308, 1e308)]
    public void From_UnusableTimes_IsEvenByLength(double? first, double? last)
    {
        double[] Point(double x, double y, double? t) => t is { } time ? [x, y, time] : [x, y];
        var replay = Replay([[Point(0, 0, first), Point(0, 100, last)], [[0, 0], [50, 0]]]);
        Assert.Equal(2, replay[0].Duration / replay[1].Duration, 9);
        Assert.All(replay, stroke => Assert.Equal([(0, 0), (1, 1)], stroke.Pace));
    }

    [Fact]
    public void From_StrokesThatOverlapInTime_DrawsOneAfterTheOther()
    {
        var replay = Replay([[[0, 0, 0], [9, 0, 100]], [[0, 9, 50], [9, 9, 150]]]);
        Assert.True(replay[1].Start > replay[0].Start + replay[0].Duration);
    }

    [Fact]
    public void From_AnyPlaceAndSize_FillsTheBoxInItsLongerSide()
    {
        var replay = Replay([[[1e9, -50], [1e9 - 400, -50]], [[1e9, 150], [1e9 - 400, 150]]]);
        Assert.Equal([(94, 28), (6, 28), (94, 72), (6, 72)], replay.SelectMany(stroke => stroke.Points));
    }

    [Fact]
    public void From_Dot_IsInTheMiddleAtOnce()
    {
        var dot = Assert.Single(Replay([[[3, 4, 12]]]));
        Assert.Equal((50, 50), Assert.Single(dot.Points));
        Assert.Equal((0, 0), (dot.Start, dot.Duration));
    }

    [Fact]
    public void From_ThousandsOfPoints_KeepsAPaceOfFewPoints()
    {
        double[][] stroke = [.. Enumerable.Range(0, Ink.MaxPoints).Select(i => new double[] { i, 0, Math.Sqrt(i) })];
        var pace = Assert.Single(Replay([stroke])).Pace;
        Assert.InRange(pace.Count, 20, 30);
        Assert.Equal(((0, 0), (1, 1)), (pace[0], pace[^1]));
        Assert.Equal(pace.Order(), pace);
    }

    [Fact]
    public void From_Blank_IsEmpty() => Assert.Empty(ReplayTimeline.From(Ink.Blank));

    private static IReadOnlyList<ReplayStroke> Replay(double[][][] strokes) => ReplayTimeline.From(Ink.FromStrokes(strokes));

    private static double[][] UprightLine(int x) => [[x, 0], [x, 50]];

    private static double End(IReadOnlyList<ReplayStroke> replay) => replay[^1].Start + replay[^1].Duration;
}
