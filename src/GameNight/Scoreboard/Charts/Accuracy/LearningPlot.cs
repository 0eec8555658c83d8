using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Where the points of the "Learning curve" lie: per cent of the plot from its left and top edge.</summary>
/// <param name="Most">The marks at the right end.</param>
/// <param name="Scale">The same for all curves.</param>
/// <param name="Curves">One for each algorithm that learned.</param>
public sealed record LearningPlot(int Most, PercentScale Scale, IReadOnlyList<LearningPlot.Curve> Curves)
{
    public static readonly LearningPlot Empty = new(0, PercentScale.Whole, []);

    /// <summary>Room at the sides, so that markers are not cut.</summary>
    private const double Margin = 6;

    /// <summary>Versions that are nearer to one another than this are named once.</summary>
    private const double Gap = 14;

    /// <param name="Algorithm">Its id.</param>
    /// <param name="Points">Fewest marks first.</param>
    public sealed record Curve(string Algorithm, IReadOnlyList<Point> Points)
    {
        /// <summary>On drawings that the versions never saw, as the points of an SVG polyline.</summary>
        public string Unseen => Join(Points.Select(point => (point.X, point.Unseen)));

        /// <summary>On the drawings that were played while they guessed.</summary>
        public string Played => Join(Points.Where(point => point.Played is not null).Select(point => (point.X, point.Played!)));

        private static string Join(IEnumerable<(double X, Share Share)> points) => string.Join(' ', points.Select(point => $"{CssNumber.Number(point.X)},{CssNumber.Number(point.Share.Y)}"));
    }

    /// <param name="Version">Which.</param>
    /// <param name="X">By its marks.</param>
    /// <param name="IsNamed">Whether there is room for its name.</param>
    /// <param name="Unseen">On the drawings of its receipt.</param>
    /// <param name="Played">On those that it guessed when people played; null where it has not.</param>
    public sealed record Point(LearnedVersion Version, double X, bool IsNamed, Share Unseen, Share? Played);

    public sealed record Share(double Y, double YLow, double YHigh, Proportion Proportion);

    /// <param name="learned">By algorithm, fewest marks first.</param>
    /// <param name="played">How the versions did when people played, in service and on trial.</param>
    public static LearningPlot From(IReadOnlyList<LearnedVersion> learned, IReadOnlyList<VersionStatistics> played)
    {
        if (learned.Count == 0)
            return Empty;
        var most = Math.Max(1, learned.Max(version => version.Marks));
        var shares = played.GroupBy(version => (version.Algorithm, version.Version))
            .ToDictionary(version => version.Key, version => new Proportion(version.Sum(part => part.N), version.Sum(part => part.Correct)));
        var shown = learned.Select(version => (Version: version, Played: shares.GetValueOrDefault((version.Algorithm, version.Version)))).ToList();
        var scale = PercentScale.Over(shown.SelectMany(version => new[] { version.Version.Unseen.Accuracy, version.Played?.Accuracy }).OfType<double>());
        return new(most, scale, [.. shown.GroupBy(version => version.Version.Algorithm).Select(Draw)]);

        Curve Draw(IGrouping<string, (LearnedVersion Version, Proportion? Played)> versions)
        {
            var points = new List<Point>();
            var named = double.NegativeInfinity;
            foreach (var (version, onPlays) in versions)
            {
                var x = Margin + (100 - 2 * Margin) * version.Marks / most;
                var isNamed = x - named >= Gap;
                named = isNamed ? x : named;
                points.Add(new Point(version, x, isNamed, Place(version.Unseen), onPlays is null ? null : Place(onPlays)));
            }

            return new Curve(versions.Key, points);
        }

        // A receipt that counts has drawings, as has a version that was counted.
        Share Place(Proportion share) => new(scale.Y(share.Accuracy!.Value), scale.Y(share.Low!.Value), scale.Y(share.High!.Value), share);
    }
}
