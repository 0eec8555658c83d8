using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Whether a candidate takes over. It must be better for people it did not learn from, and must not have forgotten: neither
/// what the version in service knows nor, so that many small losses cannot add up, what the first approved version knew.
/// </summary>
public static class PromotionGate
{
    /// <summary>With fewer held-out drawings nothing can be said.</summary>
    public const int LeastHeldOut = 20;

    /// <summary>So much may get lost on a guard set.</summary>
    public const double GuardLoss = 0.003;

    /// <summary>So much may get lost on any digit.</summary>
    public const double DigitLoss = 0.03;

    /// <summary>One or two drawings more or less say nothing about a digit, however few there are of it.</summary>
    private const int LeastLost = 3;

    /// <param name="heldOut">On people whose drawings the candidate never saw.</param>
    /// <param name="guards">On the sets that must not be forgotten.</param>
    public static PromotionDecision Decide(ModelComparison heldOut, IReadOnlyList<ModelComparison> guards)
    {
        List<string> reasons = [.. Beats(heldOut), .. Digits(heldOut), .. guards.SelectMany(Guard), .. guards.SelectMany(Digits)];
        return new PromotionDecision(reasons.Count == 0, reasons);
    }

    private static IEnumerable<string> Beats(ModelComparison heldOut)
    {
        if (heldOut.Candidate.N < LeastHeldOut)
        {
            yield return $"only {heldOut.Candidate.N} drawings of people it did not learn from; it takes {LeastHeldOut} to judge";
            yield break;
        }

        var isMoreOftenRight = heldOut.Difference?.Low > 0;
        var isMoreSurelyRight = heldOut.Wins >= heldOut.Losses && heldOut.LogLoss?.Low > 0;
        if (!isMoreOftenRight && !isMoreSurelyRight)
            yield return $"not better than the version in service for people it did not learn from: {Percent(heldOut.Candidate)} against {Percent(heldOut.Active)} of {heldOut.Candidate.N} drawings, difference {Points(heldOut.Difference)}";
        if (heldOut.Candidate.Correct < heldOut.First.Correct)
            yield return $"worse than the first approved version for people it did not learn from: {Percent(heldOut.Candidate)} against {Percent(heldOut.First)}";
    }

    private static IEnumerable<string> Guard(ModelComparison guard)
    {
        foreach (var (name, score) in Before(guard.Active, guard.First))
        {
            if (score.Accuracy - guard.Candidate.Accuracy > GuardLoss + 1e-9)
                yield return Text($"loses {100 * (score.Accuracy - guard.Candidate.Accuracy):0.00} points against {name} on the set {guard.Set} ({100 * GuardLoss:0.0} are allowed): {Percent(guard.Candidate)} against {Percent(score)}");
        }
    }

    private static IEnumerable<string> Digits(ModelComparison comparison) =>
        from digit in comparison.Digits
        let before = Before(digit.Active, digit.First).MaxBy(before => before.Score.Correct)
        let loss = before.Score.Accuracy - digit.Candidate.Accuracy
        where before.Score.Correct - digit.Candidate.Correct >= LeastLost && loss > DigitLoss + 1e-9
        select Text($"loses {100 * loss:0.0} points against {before.Name} on the digit {digit.Digit} of the set {comparison.Set} ({100 * DigitLoss:0} are allowed)");

    private static (string Name, Proportion Score)[] Before(Proportion active, Proportion first) => [("the version in service", active), ("the first approved version", first)];

    private static string Percent(Proportion score) => Text($"{100 * score.Accuracy:0.00} %");

    private static string Points(PairedDifference? difference) =>
        difference is null ? "unknown" : Text($"{100 * difference.Mean:+0.00;-0.00;0.00} points (95 % interval {100 * difference.Low:+0.00;-0.00;0.00} to {100 * difference.High:+0.00;-0.00;0.00})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
