namespace GameNight.Statistics;

/// <summary>One point of a reliability diagram: the answers that were about equally sure, and how many of them were right.</summary>
/// <param name="From">The lowest confidence that belongs here, 0..1.</param>
/// <param name="To">The confidence at which the next bin begins, 0..1; the last bin includes it.</param>
/// <param name="N">How many answers lie here.</param>
/// <param name="Correct">How many of them were right.</param>
/// <param name="ConfidenceSum">The sum of their confidences, so that a bin can be counted on answer by answer.</param>
public sealed record CalibrationBin(double From, double To, int N, int Correct, double ConfidenceSum) : Proportion(N, Correct)
{
    /// <summary>How sure the answers were on average, 0..1; null where there are none.</summary>
    public double? MeanConfidence => N == 0 ? null : ConfidenceSum / N;

    /// <summary>Mean confidence less accuracy: above 0 too sure, below 0 not sure enough; null where there are no answers.</summary>
    public double? Gap => MeanConfidence - Accuracy;
}
