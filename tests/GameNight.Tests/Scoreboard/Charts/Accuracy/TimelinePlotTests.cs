using GameNight.Calendar;
using GameNight.Models;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class TimelinePlotTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void From_SeveralPeriods_PlacesTheirMiddlesByTimeAndAccuracy()
    {
        var plot = Plot(
            [],
            new("cnn", [new(Noon, 4, 4), new(Noon.AddDays(1), 4, 2), new(Noon.AddDays(4), 4, 0)]),
            new("k-means", [new(Noon.AddDays(1), 4, 1)]));
        Assert.Equal([Noon, Noon.AddDays(1), Noon.AddDays(4)], plot.Times);
        Assert.Equal([(12.4, 0.0), (31.2, 50.0), (87.6, 100.0)], plot.Lines[0].Points.Select(point => (Math.Round(point.X, 9), point.Y)));
        Assert.Equal((31.2, 75.0), (plot.Lines[1].Points[0].X, plot.Lines[1].Points[0].Y));
        Assert.Equal("12.4,0 31.2,50 87.6,100", plot.Lines[0].Path);
    }

    [Fact]
    public void Band_Line_RunsAlongTheUpperEndsAndBackAlongTheLower()
    {
        var line = Plot([], new Timeline("cnn", [new(Noon, 20, 0), new(Noon.AddDays(1), 20, 20)])).Lines[0];
        Assert.Equal("26.5,83.89 73.5,0 73.5,16.11 26.5,100", line.Band);
    }

    [Fact]
    public void From_OnePeriod_LiesInTheMiddle() =>
        Assert.Equal(50, Plot([], new Timeline("cnn", [new(Noon, 1, 1)])).Lines[0].Points[0].X);

    [Fact]
    public void From_NoTimelines_IsEmpty() => Assert.Empty(Plot([]).Times);

    [Fact]
    public void From_NothingBelowNinetyPercent_HasAScaleFromThere()
    {
        var plot = Plot([], new Timeline("cnn", [new(Noon, 100, 95), new(Noon.AddDays(1), 20, 20)]));
        Assert.Equal(0.9, plot.Scale.Floor);
        Assert.Equal(50, plot.Lines[0].Points[0].Y, 9);
        Assert.Equal(100, plot.Lines[0].Points[1].YLow, 9);
    }

    [Fact]
    public void From_Activations_ShowsThoseOfItsAlgorithmsWithinItsTime()
    {
        var plot = Plot(
            [
                Activation(1, "cnn", "1", Noon.AddHours(-1)),
                Activation(2, "cnn", "2", Noon.AddHours(12)),
                Activation(3, "k-means", "2", Noon.AddHours(30)),
                Activation(4, "mlp", "2", Noon.AddHours(12)),
                Activation(5, "cnn", "3", Noon.AddDays(2)),
            ],
            new Timeline("cnn", [new(Noon, 4, 4), new(Noon.AddDays(1), 4, 2)]),
            new Timeline("k-means@2", [new(Noon, 4, 4)]));
        Assert.Equal(["cnn", "k-means"], plot.Lanes.Select(lane => lane.Algorithm));
        var flag = Assert.Single(plot.Lanes[0].Flags);
        Assert.Equal(("v2", 26.5), (flag.Label, flag.X));
        Assert.Equal(61.75, plot.Lanes[1].Flags[0].X);
        Assert.Equal([2], plot.ActivationsIn(Noon).Select(change => change.Number));
        Assert.Equal([3], plot.ActivationsIn(Noon.AddDays(1)).Select(change => change.Number));
    }

    [Fact]
    public void Flags_ChangesNearEachOther_ShareOne()
    {
        var plot = Plot(
            [
                Activation(1, "cnn", "2", Noon.AddHours(2)),
                Activation(2, "cnn", "3", Noon.AddHours(3)),
                Activation(3, "cnn", "2", Noon.AddHours(4)),
                Activation(4, "cnn", "4", Noon.AddHours(40)),
                Activation(5, "cnn", "5", Noon.AddHours(41)),
            ],
            new Timeline("cnn", [new(Noon, 4, 4), new(Noon.AddDays(1), 4, 2)]));
        Assert.Equal(["v2 … v2", "v4, v5"], plot.Lanes[0].Flags.Select(flag => flag.Label));
        Assert.Equal([3, 2], plot.Lanes[0].Flags.Select(flag => flag.Changes.Count));
    }

    [Fact]
    public void Periods_ActivationWithoutLabels_HasAPeriod()
    {
        var plot = Plot(
            [Activation(1, "cnn", "2", Noon.AddDays(1).AddHours(3))],
            new Timeline("cnn", [new(Noon, 4, 4), new(Noon.AddDays(2), 4, 2)]));
        Assert.Equal([Noon, Noon.AddDays(1), Noon.AddDays(2)], plot.Periods);
        Assert.Equal([Noon, Noon.AddDays(2)], plot.Times);
    }

    [Fact]
    public void From_NightInWhichTheClocksChange_IsAsLongAsItWas()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        // The clocks go back on 25 October 2026, in the night of the 24th, which has 25 hours.
        var (first, second) = (new Night(new(2026, 10, 24)).StartIn(zone), new Night(new(2026, 10, 25)).StartIn(zone));
        Assert.Equal(TimeSpan.FromHours(25), second - first);
        var plot = TimelinePlot.From(
            [new("cnn", [new(first, 4, 4), new(second, 4, 2)])], TimeStep.Night, zone, [Activation(1, "cnn", "2", second.AddHours(-0.5))]);
        Assert.Equal([1], plot.ActivationsIn(first).Select(change => change.Number));
        Assert.Equal([first, second], plot.Periods);
        Assert.Equal(3 + 94 * 12.5 / 49, plot.Lines[0].Points[0].X, 9);
    }

    private static TimelinePlot Plot(Activation[] activations, params Timeline[] timelines) =>
        TimelinePlot.From(timelines, TimeStep.Night, TimeZoneInfo.Utc, activations);

    private static Activation Activation(int number, string algorithm, string version, DateTimeOffset at) =>
        new(number, algorithm, null, version, at, "ann", "");
}
