using System.Globalization;

namespace GameNight.Scoreboard;

/// <summary>Where the points of "Accuracy over time" lie: per cent of the plot from its left and top edge.</summary>
/// <param name="Times">The periods that occur, oldest first.</param>
/// <param name="Lines">One for each algorithm.</param>
public sealed record TimelinePlot(IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<TimelinePlot.Line> Lines)
{
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

    public static TimelinePlot From(IReadOnlyList<Timeline> timelines)
    {
        List<DateTimeOffset> times = [.. timelines.SelectMany(timeline => timeline.Periods).Select(period => period.Start).Distinct().Order()];
        return new(times, [.. timelines.Select(timeline => new Line(timeline.Algorithm, [.. timeline.Periods.Select(Place)]))]);

        // A period of a timeline has drawings, hence numbers.
        Point Place(PeriodStatistics period) => new(X(period.Start), Y(period.Accuracy!.Value), Y(period.Low!.Value), Y(period.High!.Value), period);

        double X(DateTimeOffset time) => times.Count == 1 ? 50 : Margin + (100 - 2 * Margin) * ((time - times[0]) / (times[^1] - times[0]));

        static double Y(double share) => 100 * (1 - share);
    }
}
