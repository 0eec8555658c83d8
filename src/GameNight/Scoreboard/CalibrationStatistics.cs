namespace GameNight.Scoreboard;

/// <summary>How sure an algorithm was, and how often it was right then.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Bins">The <see cref="Calibration.Bins"/> equally wide bins of confidence, from 0 to 1.</param>
public sealed record CalibrationStatistics(string Algorithm, IReadOnlyList<CalibrationBin> Bins)
{
    public int N => Bins.Sum(bin => bin.N);

    /// <summary>The expected calibration error, 0..1; see <see cref="Calibration.ExpectedError"/>.</summary>
    public double ExpectedError => Bins.Sum(bin => Math.Abs(bin.Confidence - bin.Correct)) / N;
}

/// <param name="N">How many answers have a confidence in it.</param>
/// <param name="Correct">How many of them were right.</param>
/// <param name="Confidence">The sum of their confidences.</param>
public sealed record CalibrationBin(int N, int Correct, double Confidence) : Proportion(N, Correct)
{
    /// <summary>How sure they were on average, 0..1; null where there are none.</summary>
    public double? MeanConfidence => N == 0 ? null : Confidence / N;
}
