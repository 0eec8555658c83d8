using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The positions of the points of "Learning curve", in per cent of the plot from its left and top edge.</summary>
/// <param name="MaxLearnedFrom">The number of labelled drawings at the right end.</param>
/// <param name="Scale">The vertical scale, the same for all curves.</param>
/// <param name="Curves">One for each algorithm that has learned.</param>
public sealed record LearningPlot(int MaxLearnedFrom, PercentScale Scale, IReadOnlyList<LearningPlot.Curve> Curves)
{
    public static readonly LearningPlot Empty = new(0, PercentScale.Whole, []);

    /// <summary>Space at the sides, so that no marker is cut off.</summary>
    private const double Margin = 6;

    /// <summary>The distance that two versions need for both to be named.</summary>
    private const double MinNameDistance = 14;

    /// <summary>The versions of one algorithm.</summary>
    /// <param name="Algorithm">The algorithm's id.</param>
    /// <param name="Points">In order of the drawings that the versions learned from, fewest first.</param>
    public sealed record Curve(string Algorithm, IReadOnlyList<Point> Points)
    {
        /// <summary>The accuracy on held-out drawings, as the points of an SVG polyline.</summary>
        public string HeldOut => Join(Points.Select(point => (point.X, point.HeldOut)));

        /// <summary>The accuracy on played drawings, as the points of an SVG polyline.</summary>
        public string Played => Join(Points.Where(point => point.Played is not null).Select(point => (point.X, point.Played!)));

        private static string Join(IEnumerable<(double X, Share Share)> points) =>
            string.Join(' ', points.Select(point => $"{CssNumber.Number(point.X)},{CssNumber.Number(point.Share.Y)}"));
    }

    /// <summary>A version in the plot.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="X">Its position, by the number of drawings that it learned from.</param>
    /// <param name="IsNamed">Whether there is space for its name.</param>
    /// <param name="HeldOut">Its accuracy on held-out drawings.</param>
    /// <param name="Played">Its accuracy on the drawings that it guessed in play; null if there are none.</param>
    public sealed record Point(LearnedVersion Version, double X, bool IsNamed, Share HeldOut, Share? Played);

    /// <summary>An accuracy and the positions of it and of its interval.</summary>
    public sealed record Share(double Y, double YLow, double YHigh, Proportion Proportion);

    /// <param name="learned">By algorithm; in each, the version that learned from the fewest drawings first.</param>
    /// <param name="played">How the versions did in play, in service and on shadow.</param>
    public static LearningPlot From(IReadOnlyList<LearnedVersion> learned, IReadOnlyList<VersionStatistics> played)
    {
        if (learned.Count == 0)
            return Empty;
        var most = Math.Max(1, learned.Max(version => version.LearnedFrom));
        var shares = played.GroupBy(version => (version.Algorithm, version.Version)).ToDictionary(version => version.Key, Sum);
        var shown = learned.Select(version => (Version: version, Played: shares.GetValueOrDefault((version.Algorithm, version.Version))));
        var accuracies = shown.SelectMany(version => new[] { version.Version.HeldOut.Accuracy, version.Played?.Accuracy }).OfType<double>();
        var scale = PercentScale.Over(accuracies);
        return new(most, scale, [.. shown.GroupBy(version => version.Version.Algorithm).Select(Draw)]);

        Curve Draw(IGrouping<string, (LearnedVersion Version, Proportion? Played)> versions)
        {
            var points = new List<Point>();
            var lastNamed = double.NegativeInfinity;
            foreach (var (version, inPlay) in versions)
            {
                var x = Margin + (100 - 2 * Margin) * version.LearnedFrom / most;
                var isNamed = x - lastNamed >= MinNameDistance;
                lastNamed = isNamed ? x : lastNamed;
                points.Add(new Point(version, x, isNamed, Place(version.HeldOut), inPlay is null ? null : Place(inPlay)));
            }

            return new Curve(versions.Key, points);
        }

        // Neither is empty: versions without held-out drawings are left out, and only versions that guessed are counted.
        Share Place(Proportion share) => new(scale.Y(share.Accuracy!.Value), scale.Y(share.Low!.Value), scale.Y(share.High!.Value), share);
    }

    private static Proportion Sum(IEnumerable<VersionStatistics> parts) => new(parts.Sum(part => part.N), parts.Sum(part => part.Correct));
}
