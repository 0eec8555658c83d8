using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>A reliability diagram: how confident an algorithm was, and how often it was right at that confidence.</summary>
/// <param name="Algorithm">The algorithm's id, or the name of a series (see <see cref="SeriesName"/>).</param>
/// <param name="Bins">The <see cref="Calibration.Bins"/> equally wide bins of confidence, from 0 to 1.</param>
public sealed record CalibrationStatistics(string Algorithm, IReadOnlyList<CalibrationBin> Bins)
{
    public int N => Bins.Sum(bin => bin.N);

    /// <summary>The expected calibration error, 0..1; null without labelled drawings.</summary>
    public double? ExpectedError => Calibration.ExpectedError(Bins);

    /// <summary>
    /// The average <see cref="ExpectedError"/> of a perfectly calibrated algorithm with these confidences, which is above 0 because the
    /// drawings are few; null without labelled drawings.
    /// </summary>
    /// <remarks>
    /// In a bin of n answers, each right with probability c, the number of right ones is off by √(2/π · n·c·(1 − c)) on average
    /// (normal approximation).
    /// </remarks>
    public double? ErrorByChance => N == 0 ? null : Bins.Where(bin => bin.N > 0).Sum(MeanDeviation) / N;

    private static double MeanDeviation(CalibrationBin bin) =>
        Math.Sqrt(2 / Math.PI * bin.ConfidenceSum * Math.Max(0, 1 - bin.ConfidenceSum / bin.N));
}
