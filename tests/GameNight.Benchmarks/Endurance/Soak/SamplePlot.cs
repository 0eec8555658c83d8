using System.Globalization;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>Draws samples as SVG: a panel for each figure, from 0 up, one below the other.</summary>
internal static class SamplePlot
{
    private const int Width = 720;
    private const int Height = 90;
    private const int Margin = 30;

    public static string Draw(IReadOnlyList<Sample> samples)
    {
        var svg = new StringBuilder();
        var total = Sample.Columns.Count * (Height + Margin) + Margin;
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width + 2 * Margin} {total}\">");
        Add($"<style>text {{ font: 12px sans-serif; }}</style><rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        var last = Math.Max(1, samples[^1].Seconds);
        foreach (var (panel, (name, of)) in Sample.Columns.Index())
        {
            var (top, most) = (Margin + panel * (Height + Margin), Math.Max(1e-9, samples.Max(of)));
            var points = samples.Where(sample => double.IsFinite(of(sample))).Select(sample => string.Create(
                CultureInfo.InvariantCulture,
                $"{Margin + Width * sample.Seconds / last:0.#},{top + Height * (1 - of(sample) / most):0.#}"));
            Add($"<text x=\"{Margin}\" y=\"{top - 6}\">{name}: up to {most:N0}</text>");
            Add($"<path d=\"M{Margin} {top}v{Height}h{Width}\" fill=\"none\" stroke=\"#999\"/>");
            Add($"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#0072b2\"/>");
        }

        Add($"<text x=\"{Margin + Width}\" y=\"{total - 10}\" text-anchor=\"end\">{last / 60:0} minutes</text>");
        return svg.Append("</svg>\n").ToString();

        void Add(FormattableString line) => svg.AppendLine(FormattableString.Invariant(line));
    }
}
