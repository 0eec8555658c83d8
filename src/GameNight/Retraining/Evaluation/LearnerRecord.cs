using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// What is expected of a candidate before anything is known of it: what its learner gained on strangers in measured evenings, and the
/// doubt that this evening is like those.
/// </summary>
/// <remarks>
/// The benchmark <c>gain-record</c> measures it (docs/learning.md has the figures). It ships with the game and is not updated by the
/// evenings of a deployment: what plays there can be made up to look like a good record.
/// </remarks>
public static class LearnerRecord
{
    /// <summary>
    /// How likely it is, whatever the record says, that nothing is known of a candidate: someone may have taught it on purpose what is
    /// wrong.
    /// </summary>
    public const double Doubt = 0.2;

    /// <summary>The deviation of the gain of such a candidate from 0.</summary>
    private const double DoubtfulDeviation = 0.01;

    /// <summary>For each learner the gains of evenings by their marks: the mean and the deviation between evenings.</summary>
    private static readonly Dictionary<string, (int Marks, double Mean, double Deviation)[]> Records = new()
    {
        ["app-network"] = [(200, 0.0013, 0.0010), (1000, 0.0019, 0.0017), (2000, 0.0024, 0.0018)],
        ["app-xgboost"] = [(200, 0.0033, 0.0009), (1000, 0.0056, 0.0011), (2000, 0.0058, 0.0012)],
    };

    /// <summary>The belief before the evidence.</summary>
    /// <param name="algorithm">The algorithm that has learned.</param>
    /// <param name="marks">From how many drawings.</param>
    /// <param name="before">From how many the version has learned over which it gains; 0 for the first approved one.</param>
    public static NormalMixture Of(string algorithm, int marks, int before = 0)
    {
        if (!Records.TryGetValue(algorithm, out var record))
            return new NormalMixture([new NormalComponent(1, 0, DoubtfulDeviation)]);
        var (mean, deviation) = Interpolate(record, marks);
        mean -= Interpolate(record, before).Mean;
        return new NormalMixture(
            [new NormalComponent(1 - Doubt, mean, deviation), new NormalComponent(Doubt, 0, DoubtfulDeviation)]);
    }

    /// <summary>Between two entries along the logarithm of the marks; before the first one in proportion to the marks.</summary>
    private static (double Mean, double Deviation) Interpolate((int Marks, double Mean, double Deviation)[] record, int marks)
    {
        if (marks <= record[0].Marks)
            return (record[0].Mean * Math.Max(0, marks) / record[0].Marks, record[0].Deviation);
        for (var i = 1; i < record.Length; i++)
        {
            var (before, after) = (record[i - 1], record[i]);
            if (marks > after.Marks)
                continue;
            var share = Math.Log((double)marks / before.Marks) / Math.Log((double)after.Marks / before.Marks);
            return (double.Lerp(before.Mean, after.Mean, share), double.Lerp(before.Deviation, after.Deviation, share));
        }

        return (record[^1].Mean, record[^1].Deviation);
    }
}
