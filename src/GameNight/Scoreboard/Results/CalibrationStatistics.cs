using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How sure an algorithm was, and how often it was right then.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Bins">The <see cref="Calibration.Bins"/> equally wide bins of confidence, from 0 to 1.</param>
public sealed record CalibrationStatistics(string Algorithm, IReadOnlyList<CalibrationBin> Bins)
{
    public int N => Bins.Sum(bin => bin.N);

    /// <summary>The expected calibration error, 0..1; null where nobody judged.</summary>
    public double? ExpectedError => Calibration.ExpectedError(Bins);

    /// <summary>What <see cref="ExpectedError"/> would be on average if every answer were exactly as sure as right: of few drawings it is never 0. Null where nobody judged.</summary>
    /// <remarks>In a bin of n answers, each right with probability c, the number of right ones is off by √(2/π · n·c·(1 − c)) on average (normal approximation).</remarks>
    public double? ErrorByChance => N == 0 ? null
        : Bins.Where(bin => bin.N > 0).Sum(bin => Math.Sqrt(2 / Math.PI * bin.ConfidenceSum * Math.Max(0, 1 - bin.ConfidenceSum / bin.N))) / N;
}
