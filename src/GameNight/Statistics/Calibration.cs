namespace GameNight.Statistics;

/// <summary>
/// Measures whether answers are right as often as their confidence says: nine times in ten at a confidence of 90 %.
/// </summary>
/// <remarks>C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017.</remarks>
public static class Calibration
{
    /// <summary>The usual number of bins, as in the paper.</summary>
    public const int Bins = 15;

    // Probabilities computed in single precision may add up to a little more than 1.
    private const double Rounding = 1e-6;

    /// <summary>
    /// The index of the bin of a confidence, 0 to <paramref name="bins"/> − 1. A confidence on the border of two bins belongs to
    /// the upper one.
    /// </summary>
    /// <param name="confidence">0..1.</param>
    /// <param name="bins">The number of equally wide bins.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not in 0..1.</exception>
    public static int BinOf(double confidence, int bins = Bins) => confidence is >= 0 and <= 1 + Rounding
        ? Math.Min((int)(confidence * bins), bins - 1)
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in 0..1.");

    /// <summary>The points of a reliability diagram by rising confidence, bins without answers included.</summary>
    /// <param name="answers">The confidence of each answer, 0..1, and whether it was right.</param>
    /// <param name="bins">The number of equally wide bins, at least 1.</param>
    public static IReadOnlyList<CalibrationBin> Reliability(IEnumerable<(double Confidence, bool Correct)> answers, int bins = Bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (counts, correct, confidences) = (new int[bins], new int[bins], new double[bins]);
        foreach (var answer in answers)
        {
            var bin = BinOf(answer.Confidence, bins);
            counts[bin]++;
            correct[bin] += answer.Correct ? 1 : 0;
            confidences[bin] += answer.Confidence;
        }

        return [.. Enumerable.Range(0, bins).Select(bin => new CalibrationBin(
            (double)bin / bins, (bin + 1.0) / bins, counts[bin], correct[bin], confidences[bin]))];
    }

    /// <summary>
    /// The expected calibration error (the paper's equation 3): the absolute gap between mean confidence and accuracy, averaged
    /// over the bins with their numbers of answers as weights. 0 is perfect, 1 is always wrong at full confidence; null without
    /// answers.
    /// </summary>
    public static double? ExpectedError(IReadOnlyCollection<CalibrationBin> bins) => bins.Sum(bin => bin.N) is > 0 and var answers
        ? bins.Sum(bin => Math.Abs(bin.ConfidenceSum - bin.Correct)) / answers
        : null;

    /// <summary>The expected calibration error over <see cref="Bins"/> bins, 0..1; NaN without answers.</summary>
    /// <param name="answers">The confidence of each answer, 0..1, and whether it was right.</param>
    public static double ExpectedError(IReadOnlyCollection<(double Confidence, bool Correct)> answers) =>
        ExpectedError(Reliability(answers)) ?? double.NaN;
}
