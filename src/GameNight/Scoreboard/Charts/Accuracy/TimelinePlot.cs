using System.Globalization;
using GameNight.Models;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Where the points of "Accuracy over time" lie: per cent of the plot from its left and top edge.</summary>
/// <param name="Step">How long a period is.</param>
/// <param name="Times">The beginnings of the periods that occur, oldest first. A point stands in the middle of its period.</param>
/// <param name="Lines">One for each algorithm and each version on trial.</param>
/// <param name="Scale">From which share on there is something to see.</param>
/// <param name="Lanes">What went into service between the first period's beginning and the last one's end.</param>
public sealed record TimelinePlot(
    TimeStep Step, IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<TimelinePlot.Line> Lines, PercentScale Scale, IReadOnlyList<ServiceLane> Lanes)
{
    public static readonly TimelinePlot Empty = new(TimeStep.Hour, [], [], PercentScale.Whole, []);

    /// <summary>Room at the sides, so that markers are not cut.</summary>
    private const double Margin = 3;

    public sealed record Point(double X, double Y, double YLow, double YHigh, PeriodStatistics Period);

    public sealed record Line(string Algorithm, IReadOnlyList<Point> Points)
    {
        /// <summary>As the points of an SVG polyline.</summary>
        public string Path => Join(Points.Select(point => (point.X, point.Y)));

        /// <summary>The intervals as the points of an SVG polygon.</summary>
        public string Band => Join(Points.Select(point => (point.X, point.YHigh)).Concat(Points.Reverse().Select(point => (point.X, point.YLow))));

        private static string Join(IEnumerable<(double X, double Y)> points) =>
            string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));
    }

    /// <summary>The periods in which anything was marked or went into service, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Periods => [.. Times.Union(Changes.Select(change => StartOf(change.At))).Order()];

    private IEnumerable<Activation> Changes => Lanes.SelectMany(lane => lane.Flags).SelectMany(flag => flag.Changes).Select(change => change.Activation);

    /// <param name="timelines">In the order of the lines.</param>
    /// <param name="step">How long their periods are.</param>
    /// <param name="activations">All there were, oldest first.</param>
    public static TimelinePlot From(IReadOnlyList<Timeline> timelines, TimeStep step, IReadOnlyList<Activation> activations)
    {
        List<DateTimeOffset> times = [.. timelines.SelectMany(timeline => timeline.Periods).Select(period => period.Start).Distinct().Order()];
        if (times.Count == 0)
            return Empty;
        var (from, to, half) = (times[0], times[^1] + LengthOf(step), LengthOf(step) / 2);
        // A period of a timeline has drawings, hence numbers.
        var scale = PercentScale.Over(timelines.SelectMany(timeline => timeline.Periods).Select(period => period.Accuracy!.Value));
        return new(
            step, times, [.. timelines.Select(timeline => new Line(timeline.Algorithm, [.. timeline.Periods.Select(Place)]))], scale,
            ServiceLane.Of(timelines.Select(timeline => SeriesName.Parse(timeline.Algorithm).Algorithm), activations.Where(activation => activation.At >= from && activation.At < to), X));

        Point Place(PeriodStatistics period) => new(X(period.Start + half), scale.Y(period.Accuracy!.Value), scale.Y(period.Low!.Value), scale.Y(period.High!.Value), period);

        double X(DateTimeOffset time) => Margin + (100 - 2 * Margin) * ((time - from) / (to - from));
    }

    /// <summary>What went into service in a period, oldest first.</summary>
    public IReadOnlyList<Activation> ChangesIn(DateTimeOffset period) => [.. Changes.Where(change => StartOf(change.At) == period).OrderBy(change => change.Number)];

    private static TimeSpan LengthOf(TimeStep step) => step == TimeStep.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    private DateTimeOffset StartOf(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % LengthOf(Step).Ticks, TimeSpan.Zero);
}
