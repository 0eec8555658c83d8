using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>The candidate beside the version in service and the first one that was ever approved, on the same drawings.</summary>
/// <param name="Set">Which drawings: <c>held-out</c>, <c>guard</c> or <c>mnist-test</c>.</param>
/// <param name="Candidate">What was just learned.</param>
/// <param name="Active">The version in service before.</param>
/// <param name="First">The version that came with the game.</param>
/// <param name="Wins">Drawings that the candidate reads correctly and the active version does not.</param>
/// <param name="Losses">Drawings that the active version reads correctly and the candidate does not.</param>
/// <param name="Difference">The candidate's accuracy less the active version's; null without drawings.</param>
/// <param name="LogLoss">By how much the candidate's log loss is lower, on average; null for fewer than two drawings.</param>
/// <param name="Digits">The same for each digit, 0 to 9.</param>
public sealed record ModelComparison(
    string Set, Proportion Candidate, Proportion Active, Proportion First, int Wins, int Losses,
    PairedDifference? Difference, PairedDifference? LogLoss, IReadOnlyList<DigitComparison> Digits)
{
    /// <param name="set">The name of the evaluation set.</param>
    /// <param name="digits">The true digits; all results are in the same order.</param>
    /// <param name="candidate">The results of the new version.</param>
    /// <param name="active">The results of the version in service.</param>
    /// <param name="first">The results of the version that came with the game.</param>
    public static ModelComparison Of(
        string set, IReadOnlyList<int> digits, PredictionResults candidate, PredictionResults active, PredictionResults first)
    {
        var wins = candidate.Correct.Zip(active.Correct).Count(pair => pair is (true, false));
        var losses = candidate.Correct.Zip(active.Correct).Count(pair => pair is (false, true));
        return new ModelComparison(
            set, candidate.Score(), active.Score(), first.Score(), wins, losses,
            digits.Count == 0 ? null : PairedDifference.OfShares(wins, losses, digits.Count),
            // One drawing has no spread: the interval would be infinite, which JSON cannot hold.
            digits.Count < 2 ? null : PairedDifference.OfLosses(candidate.LogLoss, active.LogLoss),
            [.. Enumerable.Range(0, 10).Select(CompareDigit)]);

        DigitComparison CompareDigit(int digit) => new(digit, Of(candidate, digit), Of(active, digit), Of(first, digit));

        Proportion Of(PredictionResults results, int digit)
        {
            var right = results.Correct.Zip(digits).Where(pair => pair.Second == digit).Select(pair => pair.First).ToList();
            return new Proportion(right.Count, right.Count(correct => correct));
        }
    }
}
