using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Where the points of "Calibration" lie: per cent of the plot from its left and top edge.</summary>
/// <param name="Points">One for each bin with answers, the least sure first.</param>
public sealed record CalibrationPlot(IReadOnlyList<CalibrationPlot.Point> Points)
{
    /// <summary>So many answers a bin needs before it is put into words rather than the fullest one.</summary>
    private const int Enough = 20;

    /// <summary>How sure "90 %" is.</summary>
    private const double Spoken = 0.9;

    /// <param name="X">How sure on average.</param>
    /// <param name="Y">How often right.</param>
    /// <param name="YLow">The lower end of the interval.</param>
    /// <param name="YHigh">The upper end.</param>
    /// <param name="Size">The share of all answers, as how much larger than the smallest marker: its surface grows with n. 1..2.5.</param>
    /// <param name="Bin">The numbers.</param>
    public sealed record Point(double X, double Y, double YLow, double YHigh, double Size, CalibrationBin Bin);

    /// <summary>The bin that says best how far one may believe it: that of 90 %, or where it has few answers, the fullest.</summary>
    public CalibrationBin? Telling => Points.Select(point => point.Bin).Where(bin => Calibration.BinOf(bin.MeanConfidence!.Value) == Calibration.BinOf(Spoken) && bin.N >= Enough)
        .FirstOrDefault(Points.MaxBy(point => point.Bin.N)?.Bin!);

    public static CalibrationPlot From(CalibrationStatistics statistics) => new(
    [
        .. statistics.Bins.Where(bin => bin.N > 0).Select(bin => new Point(
            100 * bin.MeanConfidence!.Value, 100 * (1 - bin.Accuracy!.Value), 100 * (1 - bin.Low!.Value), 100 * (1 - bin.High!.Value),
            1 + 1.5 * Math.Sqrt((double)bin.N / statistics.N), bin)),
    ]);
}
