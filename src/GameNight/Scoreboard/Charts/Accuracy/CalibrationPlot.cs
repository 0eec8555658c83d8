using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The positions of the points of "Calibration", in per cent of the plot from its left and top edge.</summary>
/// <param name="Points">One for each bin with answers, the least confident first.</param>
public sealed record CalibrationPlot(IReadOnlyList<CalibrationPlot.Point> Points)
{
    /// <summary>The answers that the bin of <see cref="TypicalConfidence"/> needs to be put into words.</summary>
    private const int MinAnswers = 20;

    /// <summary>Players understand a statement about "90 %" best.</summary>
    private const double TypicalConfidence = 0.9;

    /// <summary>A bin in the plot.</summary>
    /// <param name="X">The mean confidence.</param>
    /// <param name="Y">The accuracy.</param>
    /// <param name="YLow">The lower end of its interval.</param>
    /// <param name="YHigh">The upper end of its interval.</param>
    /// <param name="Size">The scale of the marker, 1..2.5: its area grows with the bin's share of all answers.</param>
    /// <param name="Bin">The figures.</param>
    public sealed record Point(double X, double Y, double YLow, double YHigh, double Size, CalibrationBin Bin);

    /// <summary>The bin to put into words: that of 90 % if it has enough answers, otherwise the fullest; null without answers.</summary>
    public CalibrationBin? Example =>
        Points.Select(point => point.Bin).FirstOrDefault(IsTypical) ?? Points.MaxBy(point => point.Bin.N)?.Bin;

    public static CalibrationPlot From(CalibrationStatistics statistics) => new(
    [
        .. statistics.Bins.Where(bin => bin.N > 0).Select(bin => new Point(
            100 * bin.MeanConfidence!.Value, 100 * (1 - bin.Accuracy!.Value), 100 * (1 - bin.Low!.Value), 100 * (1 - bin.High!.Value),
            1 + 1.5 * Math.Sqrt((double)bin.N / statistics.N), bin)),
    ]);

    private static bool IsTypical(CalibrationBin bin) =>
        bin.N >= MinAnswers && Calibration.BinOf(bin.MeanConfidence!.Value) == Calibration.BinOf(TypicalConfidence);
}
