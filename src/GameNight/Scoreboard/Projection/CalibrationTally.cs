using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts guesses, right guesses and the sum of confidence, by series and by bin of confidence.</summary>
public sealed class CalibrationTally(int series)
{
    private readonly int[] _counts = new int[2 * Calibration.Bins * series];
    private readonly double[] _confidence = new double[Calibration.Bins * series];

    public void Add(int series, float confidence, bool isCorrect)
    {
        var cell = Calibration.Bins * series + Calibration.BinOf(confidence);
        _counts[2 * cell]++;
        _counts[2 * cell + 1] += isCorrect ? 1 : 0;
        _confidence[cell] += confidence;
    }

    public void Merge(CalibrationTally other)
    {
        Sums.Add(_counts, other._counts);
        Sums.Add(_confidence, other._confidence);
    }

    /// <summary>One entry for each series that guessed a labelled drawing, in order of name.</summary>
    public IReadOnlyList<CalibrationStatistics> ToStatistics(IReadOnlyList<string> names) =>
    [
        .. names.Select((name, series) => new CalibrationStatistics(name, BinsOf(series)))
            .Where(statistics => statistics.N > 0)
            .OrderBy(statistics => statistics.Algorithm, StringComparer.Ordinal),
    ];

    private CalibrationBin[] BinsOf(int series) =>
    [
        .. Enumerable.Range(0, Calibration.Bins).Select(bin => BinOf(bin, cell: Calibration.Bins * series + bin)),
    ];

    private CalibrationBin BinOf(int bin, int cell) => new(
        (double)bin / Calibration.Bins, (bin + 1.0) / Calibration.Bins, _counts[2 * cell], _counts[2 * cell + 1], _confidence[cell]);
}
