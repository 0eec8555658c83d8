using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>How sure, and how often right, by series and by bin of confidence.</summary>
public sealed class CalibrationTally(int series)
{
    private readonly int[] _counts = new int[2 * Calibration.Bins * series];
    private readonly double[] _confidence = new double[Calibration.Bins * series];

    public void Add(int series, float confidence, bool isRight)
    {
        var bin = Calibration.Bins * series + Calibration.BinOf(confidence);
        _counts[2 * bin]++;
        _counts[2 * bin + 1] += isRight ? 1 : 0;
        _confidence[bin] += confidence;
    }

    public void Merge(CalibrationTally other)
    {
        Sums.Add(_counts, other._counts);
        Sums.Add(_confidence, other._confidence);
    }

    /// <summary>One for each series that guessed a marked drawing, by name.</summary>
    public IReadOnlyList<CalibrationStatistics> ToStatistics(IReadOnlyList<string> names) =>
    [
        .. names.Select((name, series) => new CalibrationStatistics(name,
        [
            .. Enumerable.Range(Calibration.Bins * series, Calibration.Bins).Select(cell => (Bin: cell % Calibration.Bins, Cell: cell)).Select(at => new CalibrationBin(
                (double)at.Bin / Calibration.Bins, (at.Bin + 1.0) / Calibration.Bins, _counts[2 * at.Cell], _counts[2 * at.Cell + 1], _confidence[at.Cell])),
        ])).Where(statistics => statistics.N > 0).OrderBy(statistics => statistics.Algorithm, StringComparer.Ordinal),
    ];
}
