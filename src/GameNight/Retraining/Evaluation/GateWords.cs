using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>The evidence of the gate in words for people.</summary>
internal static class GateWords
{
    /// <summary>What was found, a sentence for each question.</summary>
    public static IReadOnlyList<string> Describe(GateEvidence evidence)
    {
        var sentences = new List<string>();
        if (evidence.Players.Gain is { } gain)
        {
            sentences.Add(
                $"People who play here: of {Count(gain)} whose drawings were new to it, {Wins(evidence.Players)}; "
                + $"the gain is {Interval(gain)}.");
        }

        sentences.Add(evidence.Trusted?.Gain is { } strangers
            ? $"Trusted strangers: of {Count(strangers)}, {Wins(evidence.Trusted)}; the gain is {Interval(strangers)}."
            : "There is no trusted ink.");
        sentences.Add(
            $"By its learner’s record, {Points(evidence.Prior.Components[0].Mean)} points were expected. With all that, it is worse for "
            + Text($"strangers by {100 * PromotionGate.Harm:0.0} points or more with a probability of ")
            + Text($"{100 * evidence.Belief.Below(-PromotionGate.Harm):0.0} %."));
        return sentences;
    }

    public static string Percent(Proportion score) => Text($"{100 * score.Accuracy:0.00} %");

    /// <summary><c>+0.31 points (95 % interval +0.02 to +0.60)</c>.</summary>
    public static string Interval(ClusteredMean gain) => $"{Points(gain.Mean)} points"
        + (gain is { Low: { } low, High: { } high } ? $" (95 % interval {Points(low)} to {Points(high)})" : "");

    public static string Points(double share) => Text($"{100 * share:+0.00;-0.00;0.00}");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Wins(ModelComparison comparison) =>
        Text($"it read {comparison.Wins:N0} that the version in service misread, and the other way round {comparison.Losses:N0}");

    private static string Count(ClusteredMean gain) => Text($"{gain.N:N0} drawings by {gain.Clusters:N0} people");
}
