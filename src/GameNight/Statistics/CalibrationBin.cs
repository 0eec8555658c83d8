namespace GameNight.Statistics;

/// <summary>One point of a reliability diagram: the answers of similar confidence, and how many of them were right.</summary>
/// <param name="From">The lowest confidence of the bin, 0..1.</param>
/// <param name="To">The lowest confidence of the next bin, 0..1; the last bin includes it.</param>
/// <param name="N">The number of answers in the bin.</param>
/// <param name="Correct">The number of right answers among them.</param>
/// <param name="ConfidenceSum">The sum of their confidences; a sum, unlike a mean, is updated by adding.</param>
public sealed record CalibrationBin(double From, double To, int N, int Correct, double ConfidenceSum) : Proportion(N, Correct)
{
    /// <summary>The mean confidence of the answers, 0..1; null without answers.</summary>
    public double? MeanConfidence => N == 0 ? null : ConfidenceSum / N;
}
