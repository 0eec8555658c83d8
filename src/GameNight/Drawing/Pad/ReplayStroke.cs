using System.Globalization;
using System.Text;

namespace GameNight.Drawing.Pad;

/// <summary>A stroke of a replay: when it is drawn, and how fast.</summary>
/// <param name="Points">
/// In a box of <see cref="ReplayTimeline.Side"/> by <see cref="ReplayTimeline.Side"/>, y down. At least one; a single point is
/// a dot.
/// </param>
/// <param name="Start">Milliseconds after the start of the replay.</param>
/// <param name="Duration">In milliseconds; 0 for a dot.</param>
/// <param name="Pace">
/// The share of the stroke's length that is drawn after a share of its time: from (0, 0) to (1, 1), both never falling.
/// </param>
public sealed record ReplayStroke(
    IReadOnlyList<(double X, double Y)> Points,
    double Start,
    double Duration,
    IReadOnlyList<(double Time, double Length)> Pace)
{
    /// <summary>The stroke as the <c>d</c> of an SVG path.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        foreach (var (x, y) in Points)
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.##} {y:0.##}");
        // A line of no length, which round ends make a dot.
        return Points.Count == 1 ? path.Append("h0").ToString() : path.ToString();
    }
}
