namespace GameNight.Statistics;

/// <summary>Whether "90 % sure" is right nine times in ten.</summary>
/// <remarks>Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks" (2017).</remarks>
public static class Calibration
{
    public const int Bins = 15;

    // Probabilities that a network computes in single precision may add up to a little over 1.
    private const double Rounding = 1e-6;

    /// <summary>Which of equally wide bins a confidence belongs to, 0 to <paramref name="bins"/> − 1; one that lies between two belongs to the upper.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie in 0..1.</exception>
    public static int BinOf(double confidence, int bins = Bins) => confidence is >= 0 and <= 1 + Rounding
        ? Math.Min((int)(confidence * bins), bins - 1)
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in 0..1.");

    /// <summary>The points of a reliability diagram, by rising confidence; bins without answers are among them.</summary>
    /// <param name="answers">Confidence in 0..1 and whether the answer was right.</param>
    /// <param name="bins">How many equally wide bins, 1 or more.</param>
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
    /// Expected calibration error: the gap between mean confidence and accuracy, averaged over the bins by how many answers lie
    /// in each (the paper's equation 3). 0 = perfect, 1 = always wrong and always sure; null where there are no answers.
    /// </summary>
    public static double? ExpectedError(IReadOnlyCollection<CalibrationBin> bins) => bins.Sum(bin => bin.N) is > 0 and var answers
        ? bins.Sum(bin => Math.Abs(bin.ConfidenceSum - bin.Correct)) / answers
        : null;

    /// <summary>The expected calibration error over <see cref="Bins"/> bins, 0..1; not a number where there are no answers.</summary>
    /// <param name="answers">Confidence in 0..1 and whether the answer was right.</param>
    public static double ExpectedError(IReadOnlyCollection<(double Confidence, bool Correct)> answers) =>
        ExpectedError(Reliability(answers)) ?? double.NaN;
}
