using GameNight.Calendar;
using GameNight.Models;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The positions of the points of "Accuracy over time", in per cent of the plot from its left and top edge.</summary>
/// <param name="Step">The length of a period.</param>
/// <param name="Zone">The time zone in which nights begin and end.</param>
/// <param name="Times">The beginnings of the periods with labelled drawings, oldest first. A point is in the middle of its period.</param>
/// <param name="Lines">One for each series.</param>
/// <param name="Scale">The vertical scale.</param>
/// <param name="Lanes">What went into service between the beginning of the first period and the end of the last.</param>
public sealed record TimelinePlot(
    TimeStep Step,
    TimeZoneInfo Zone,
    IReadOnlyList<DateTimeOffset> Times,
    IReadOnlyList<TimelinePlot.Line> Lines,
    PercentScale Scale,
    IReadOnlyList<ServiceLane> Lanes)
{
    public static readonly TimelinePlot Empty = new(TimeStep.Hour, TimeZoneInfo.Utc, [], [], PercentScale.Whole, []);

    /// <summary>Space at the sides, so that no marker is cut off.</summary>
    private const double Margin = 3;

    /// <summary>A period in the plot, with the positions of its accuracy and of the interval.</summary>
    public sealed record Point(double X, double Y, double YLow, double YHigh, PeriodStatistics Period);

    /// <summary>The periods of one series, oldest first.</summary>
    public sealed record Line(string Algorithm, IReadOnlyList<Point> Points)
    {
        /// <summary>The accuracies as the points of an SVG polyline.</summary>
        public string Path => Join(Points.Select(point => (point.X, point.Y)));

        /// <summary>The intervals as the points of an SVG polygon: along the upper ends, and back along the lower ends.</summary>
        public string Band
        {
            get
            {
                var upper = Points.Select(point => (point.X, point.YHigh));
                var lower = Points.Select(point => (point.X, point.YLow));
                return Join(upper.Concat(lower.Reverse()));
            }
        }

        private static string Join(IEnumerable<(double X, double Y)> points) =>
            string.Join(' ', points.Select(point => $"{CssNumber.Number(point.X)},{CssNumber.Number(point.Y)}"));
    }

    /// <summary>The beginnings of the periods with a labelled drawing or an activation, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Periods => [.. Times.Union(Activations.Select(activation => StartOf(activation.At))).Order()];

    private IEnumerable<Activation> Activations =>
        from lane in Lanes
        from flag in lane.Flags
        from change in flag.Changes
        select change.Activation;

    /// <param name="timelines">In the order of the lines.</param>
    /// <param name="step">The length of their periods.</param>
    /// <param name="zone">The time zone in which nights begin and end.</param>
    /// <param name="activations">All there were, oldest first; those outside the plot's time are left out.</param>
    public static TimelinePlot From(
        IReadOnlyList<Timeline> timelines, TimeStep step, TimeZoneInfo zone, IReadOnlyList<Activation> activations)
    {
        var periods = timelines.SelectMany(timeline => timeline.Periods).ToList();
        if (periods.Count == 0)
            return Empty;
        DateTimeOffset[] times = [.. periods.Select(period => period.Start).Distinct().Order()];
        var (from, to) = (times[0], EndOf(times[^1]));
        // A period without a labelled drawing is not in a timeline, so each has an accuracy.
        var scale = PercentScale.Over(periods.Select(period => period.Accuracy!.Value));
        var algorithms = timelines.Select(timeline => SeriesName.Parse(timeline.Algorithm).Algorithm);
        var shown = activations.Where(activation => activation.At >= from && activation.At < to);
        return new(
            step, zone, times,
            [.. timelines.Select(timeline => new Line(timeline.Algorithm, [.. timeline.Periods.Select(Place)]))],
            scale,
            ServiceLane.Of(algorithms, shown, X));

        Point Place(PeriodStatistics period) =>
            new(
                X(period.Start + (EndOf(period.Start) - period.Start) / 2),
                scale.Y(period.Accuracy!.Value), scale.Y(period.Low!.Value), scale.Y(period.High!.Value), period);

        DateTimeOffset EndOf(DateTimeOffset start) => step == TimeStep.Hour ? start.AddHours(1) : Night.Of(start, zone).EndIn(zone);

        double X(DateTimeOffset time) => Margin + (100 - 2 * Margin) * ((time - from) / (to - from));
    }

    /// <summary>What went into service in a period, oldest first.</summary>
    /// <param name="period">The beginning of the period.</param>
    public IReadOnlyList<Activation> ActivationsIn(DateTimeOffset period) =>
        [.. Activations.Where(activation => StartOf(activation.At) == period).OrderBy(activation => activation.Number)];

    private DateTimeOffset StartOf(DateTimeOffset time) => Step == TimeStep.Hour
        ? new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero)
        : Night.Of(time, Zone).StartIn(Zone);
}
