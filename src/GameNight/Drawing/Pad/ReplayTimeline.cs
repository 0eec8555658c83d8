using GameNight.Drawing.Strokes;

namespace GameNight.Drawing.Pad;

/// <summary>
/// Plans the replay of ink: each stroke takes the time and has the pace with which it was drawn. A stroke without times, or
/// with times that run backwards, has an even pace.
/// </summary>
public static class ReplayTimeline
{
    /// <summary>The side of the box that the drawing is scaled into, in units of the replay.</summary>
    public const double Side = 100;

    /// <summary>
    /// The distance between the strokes' middle lines and the edge of the box, which leaves room for the pen's width.
    /// </summary>
    public const double Margin = 6;

    /// <summary>The longest replay, in milliseconds; a longer one runs faster.</summary>
    public const double MaxTotal = 3000;

    /// <summary>The longest pause between two strokes, in milliseconds; longer ones are cut.</summary>
    public const double MaxPause = 300;

    /// <summary>The pause between two strokes whose times are unknown, in milliseconds.</summary>
    private const double DefaultPause = 150;

    /// <summary>
    /// The speed where times are unknown, in units a millisecond: half a second for a line as long as the box.
    /// </summary>
    private const double DefaultSpeed = Side / 500;

    /// <summary>
    /// About as many points of a pace are kept: a stroke may have thousands, and the eye does not see the difference.
    /// </summary>
    private const int MaxPacePoints = 24;

    /// <summary>About as many points of a drawing are shown: a page with a hundred drawings has to stay small.</summary>
    private const int MaxPoints = 600;

    /// <summary>The strokes in the order in which they were drawn, one after the other; none for blank ink.</summary>
    public static IReadOnlyList<ReplayStroke> From(Ink drawn)
    {
        var ink = InkThinning.Thin(drawn, MaxPoints);
        var strokes = new List<ReplayStroke>(ink.Strokes.Count);
        var end = 0.0;
        foreach (var (stroke, points) in ink.Strokes.Zip(Scale(ink)))
        {
            var start = end + (strokes.Count == 0 ? 0 : Pause(ink.Strokes[strokes.Count - 1], stroke));
            var lengths = Lengths(points);
            var (duration, pace) = IsTimed(stroke) ? RecordedPace(stroke, lengths) : EvenPace(lengths);
            strokes.Add(new ReplayStroke(points, start, duration, pace));
            end = start + duration;
        }

        if (end <= MaxTotal)
            return strokes;
        var scale = MaxTotal / end;
        return strokes.ConvertAll(stroke => stroke with { Start = stroke.Start * scale, Duration = stroke.Duration * scale });
    }

    private static bool IsTimed(InkPoint[] stroke) =>
        stroke.Zip(stroke.Skip(1)).All(pair => pair.First.T <= pair.Second.T) && double.IsFinite(Span(stroke)) && Span(stroke) > 0;

    private static double Span(InkPoint[] stroke) => (stroke[^1].T - stroke[0].T) ?? 0;

    private static double Pause(InkPoint[] before, InkPoint[] after) =>
        after[0].T - before[^1].T is { } pause and >= 0 ? Math.Min(pause, MaxPause) : DefaultPause;

    private static (double Duration, IReadOnlyList<(double, double)> Pace) EvenPace(double[] lengths) =>
        (lengths[^1] / DefaultSpeed, [(0, 0), (1, 1)]);

    private static (double Duration, IReadOnlyList<(double, double)> Pace) RecordedPace(InkPoint[] stroke, double[] lengths)
    {
        var duration = Span(stroke);
        var step = Math.Max(1, (stroke.Length - 1 + MaxPacePoints - 1) / MaxPacePoints);
        var pace = Enumerable.Range(0, stroke.Length).Where(i => i % step == 0 || i == stroke.Length - 1)
            .Select(i => ((stroke[i].T!.Value - stroke[0].T!.Value) / duration, lengths[^1] == 0 ? 1 : lengths[i] / lengths[^1]));
        return (duration, [.. pace]);
    }

    /// <summary>The length of the stroke up to each of its points.</summary>
    private static double[] Lengths((double X, double Y)[] points)
    {
        var lengths = new double[points.Length];
        for (var i = 1; i < points.Length; i++)
            lengths[i] = lengths[i - 1] + double.Hypot(points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
        return lengths;
    }

    /// <summary>
    /// Scales the drawing so that its longer side fills the box and its middle lies in the box's; a dot becomes the
    /// middle.
    /// </summary>
    private static IEnumerable<(double X, double Y)[]> Scale(Ink ink)
    {
        if (ink.IsBlank)
            return [];
        var bounds = InkBounds.Of(ink);
        var scale = bounds.Side == 0 ? 0 : (Side - 2 * Margin) / bounds.Side;
        var (middleX, middleY) = bounds.Middle;
        return ink.Strokes.Select(stroke => Array.ConvertAll(
            stroke, point => (Side / 2 + (point.X - middleX) * scale, Side / 2 + (point.Y - middleY) * scale)));
    }
}
