namespace GameNight.Scoreboard;

/// <summary>How sure an algorithm was, and how often it was right then.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Bins">The <see cref="Calibration.Bins"/> equally wide bins of confidence, from 0 to 1.</param>
public sealed record CalibrationStatistics(string Algorithm, IReadOnlyList<CalibrationBin> Bins)
{
    public int N => Bins.Sum(bin => bin.N);

    /// <summary>The expected calibration error, 0..1; null where nobody judged.</summary>
    public double? ExpectedError => Calibration.ExpectedError(Bins);
}
