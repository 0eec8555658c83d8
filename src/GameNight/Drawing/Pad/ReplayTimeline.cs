using GameNight.Drawing.Strokes;

namespace GameNight.Drawing.Pad;

/// <summary>
/// Ink drawn again: each stroke in the time and at the pace of the hand that drew it. A stroke without times, or with
/// times that run backwards, is drawn at an even pace.
/// </summary>
public static class ReplayTimeline
{
    /// <summary>Of the box that the drawing is scaled into.</summary>
    public const double Side = 100;

    /// <summary>Between the ink's middle lines and the box's edge, so that there is room for the pen's width.</summary>
    public const double Margin = 6;

    /// <summary>Milliseconds. A longer replay runs faster.</summary>
    public const double MaxTotal = 3000;

    /// <summary>Milliseconds. Who thinks longer between two strokes need not be watched thinking.</summary>
    public const double MaxPause = 300;

    /// <summary>Milliseconds between two strokes where nobody measured.</summary>
    private const double UsualPause = 150;

    /// <summary>Units a millisecond: a line as long as the box takes half a second.</summary>
    private const double UsualSpeed = Side / 500;

    /// <summary>As many as an eye can follow; a drawing may have thousands of points.</summary>
    private const int MaxPaceMarks = 24;

    /// <summary>Strokes in the order they were drawn; none overlap in time.</summary>
    public static IReadOnlyList<ReplayStroke> From(Ink ink)
    {
        var strokes = new List<ReplayStroke>(ink.Strokes.Count);
        var end = 0.0;
        foreach (var (stroke, points) in ink.Strokes.Zip(Scale(ink)))
        {
            var start = end + (strokes.Count == 0 ? 0 : Pause(ink.Strokes[strokes.Count - 1], stroke));
            var lengths = Lengths(points);
            var (duration, pace) = IsTimed(stroke) ? Recorded(stroke, lengths) : Even(lengths);
            strokes.Add(new ReplayStroke(points, start, duration, pace));
            end = start + duration;
        }

        var haste = Math.Min(1, MaxTotal / end);
        return end <= MaxTotal ? strokes : strokes.ConvertAll(stroke => stroke with { Start = stroke.Start * haste, Duration = stroke.Duration * haste });
    }

    private static bool IsTimed(InkPoint[] stroke) =>
        stroke.Zip(stroke.Skip(1)).All(pair => pair.First.T <= pair.Second.T) && double.IsFinite(Span(stroke)) && Span(stroke) > 0;

    private static double Span(InkPoint[] stroke) => (stroke[^1].T - stroke[0].T) ?? 0;

    private static double Pause(InkPoint[] before, InkPoint[] after) =>
        after[0].T - before[^1].T is { } pause and >= 0 ? Math.Min(pause, MaxPause) : UsualPause;

    private static (double, IReadOnlyList<(double, double)>) Even(double[] lengths) => (lengths[^1] / UsualSpeed, [(0, 0), (1, 1)]);

    private static (double, IReadOnlyList<(double, double)>) Recorded(InkPoint[] stroke, double[] lengths)
    {
        var duration = Span(stroke);
        var step = Math.Max(1, (stroke.Length - 1 + MaxPaceMarks - 1) / MaxPaceMarks);
        var marks = Enumerable.Range(0, stroke.Length).Where(i => i % step == 0 || i == stroke.Length - 1)
            .Select(i => ((stroke[i].T!.Value - stroke[0].T!.Value) / duration, lengths[^1] == 0 ? 1 : lengths[i] / lengths[^1]));
        return (duration, [.. marks]);
    }

    private static double[] Lengths((double X, double Y)[] points)
    {
        var lengths = new double[points.Length];
        for (var i = 1; i < points.Length; i++)
            lengths[i] = lengths[i - 1] + double.Hypot(points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
        return lengths;
    }

    /// <summary>The longer side fills the box, the shorter is centred; a drawing without extent is a dot in the middle.</summary>
    private static IEnumerable<(double X, double Y)[]> Scale(Ink ink)
    {
        if (ink.IsBlank)
            return [];
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var extent = Math.Max(right - left, bottom - top);
        var scale = extent == 0 ? 0 : (Side - 2 * Margin) / extent;
        var (middleX, middleY) = ((left + right) / 2, (top + bottom) / 2);
        return ink.Strokes.Select(stroke => stroke.Select(p => (Side / 2 + (p.X - middleX) * scale, Side / 2 + (p.Y - middleY) * scale)).ToArray());
    }
}
