using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>The candidate beside the version in service and the first one that was ever approved, on the same drawings.</summary>
/// <param name="Set">Which drawings: <c>held-out</c>, <c>trusted-ink</c>, <c>guard</c> or <c>mnist-test</c>.</param>
/// <param name="Candidate">What was just learned.</param>
/// <param name="Active">The version in service before.</param>
/// <param name="First">The version that came with the game.</param>
/// <param name="Wins">Drawings that the candidate reads correctly and the active version does not.</param>
/// <param name="Losses">Drawings that the active version reads correctly and the candidate does not.</param>
/// <param name="Difference">The candidate's accuracy less the active version's; null without drawings.</param>
/// <param name="LogLoss">By how much the candidate's log loss is lower, on average; null for fewer than two drawings.</param>
/// <param name="Digits">The same for each digit, 0 to 9.</param>
/// <param name="Gain">
/// By how much the candidate's half Brier score is lower than the active version's, with people as the units; null where nobody knows
/// who drew, or in a report of an older build.
/// </param>
/// <param name="GainOverFirst">The same against the first version.</param>
public sealed record ModelComparison(
    string Set, Proportion Candidate, Proportion Active, Proportion First, int Wins, int Losses,
    PairedDifference? Difference, PairedDifference? LogLoss, IReadOnlyList<DigitComparison> Digits,
    ClusteredMean? Gain = null, ClusteredMean? GainOverFirst = null)
{
    /// <param name="set">The drawings; all results are in their order.</param>
    /// <param name="candidate">The results of the new version.</param>
    /// <param name="active">The results of the version in service.</param>
    /// <param name="first">The results of the version that came with the game.</param>
    public static ModelComparison Of(EvaluationSet set, PredictionResults candidate, PredictionResults active, PredictionResults first)
    {
        var digits = set.Digits;
        var wins = candidate.Correct.Zip(active.Correct).Count(pair => pair is (true, false));
        var losses = candidate.Correct.Zip(active.Correct).Count(pair => pair is (false, true));
        var people = digits.Length == 0 ? null : set.People;
        return new ModelComparison(
            set.Name, candidate.Score(), active.Score(), first.Score(), wins, losses,
            digits.Length == 0 ? null : PairedDifference.OfShares(wins, losses, digits.Length),
            // One drawing has no spread: the interval would be infinite, which JSON cannot hold.
            digits.Length < 2 ? null : PairedDifference.OfLosses(candidate.LogLoss, active.LogLoss),
            [.. Enumerable.Range(0, 10).Select(CompareDigit)],
            people is null ? null : candidate.GainOver(active, people),
            people is null ? null : candidate.GainOver(first, people));

        DigitComparison CompareDigit(int digit) => new(digit, Of(candidate, digit), Of(active, digit), Of(first, digit));

        Proportion Of(PredictionResults results, int digit)
        {
            var right = results.Correct.Zip(digits).Where(pair => pair.Second == digit).Select(pair => pair.First).ToList();
            return new Proportion(right.Count, right.Count(correct => correct));
        }
    }
}
