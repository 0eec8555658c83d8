using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Decides whether a candidate goes into service. It must be better for players from whom it did not learn, and must not have forgotten
/// what the version in service knows nor, so that small losses cannot add up, what the first approved version knew.
/// </summary>
public static class PromotionGate
{
    /// <summary>The fewest held-out drawings on which a candidate is evaluated.</summary>
    public const int MinHeldOut = 20;

    /// <summary>The largest loss of accuracy on a guard set that is allowed, 0 to 1.</summary>
    public const double GuardLoss = 0.003;

    /// <summary>The largest loss of accuracy on one digit that is allowed, 0 to 1.</summary>
    public const double DigitLoss = 0.03;

    /// <summary>The fewest drawings of a digit whose loss counts: one or two say nothing, however few there are of it.</summary>
    private const int MinLost = 3;

    /// <summary>A loss of exactly what is allowed must not fail for the rounding of a subtraction.</summary>
    private const double Rounding = 1e-9;

    /// <param name="heldOut">The comparison on drawings by players from whom the candidate did not learn.</param>
    /// <param name="guards">The comparisons on the sets that must not be forgotten.</param>
    public static PromotionDecision Decide(ModelComparison heldOut, IReadOnlyList<ModelComparison> guards)
    {
        List<string> reasons =
            [.. CheckHeldOut(heldOut), .. CheckDigits(heldOut), .. guards.SelectMany(CheckGuard), .. guards.SelectMany(CheckDigits)];
        return new PromotionDecision(reasons.Count == 0, reasons);
    }

    private static IEnumerable<string> CheckHeldOut(ModelComparison heldOut)
    {
        if (heldOut.Candidate.N < MinHeldOut)
        {
            yield return $"only {heldOut.Candidate.N} drawings of people it did not learn from; it takes {MinHeldOut} to judge";
            yield break;
        }

        var isMoreOftenRight = heldOut.Difference?.Low > 0;
        var isMoreSurelyRight = heldOut.Wins >= heldOut.Losses && heldOut.LogLoss?.Low > 0;
        if (!isMoreOftenRight && !isMoreSurelyRight)
        {
            yield return "not better than the version in service for people it did not learn from: "
                + $"{Percent(heldOut.Candidate)} against {Percent(heldOut.Active)} of {heldOut.Candidate.N} drawings, "
                + $"difference {Points(heldOut.Difference)}";
        }

        if (heldOut.Candidate.Correct < heldOut.First.Correct)
        {
            yield return "worse than the first approved version for people it did not learn from: "
                + $"{Percent(heldOut.Candidate)} against {Percent(heldOut.First)}";
        }
    }

    private static IEnumerable<string> CheckGuard(ModelComparison guard)
    {
        foreach (var (name, score) in Baselines(guard.Active, guard.First))
        {
            var loss = score.Accuracy - guard.Candidate.Accuracy;
            if (loss > GuardLoss + Rounding)
            {
                yield return Text($"loses {100 * loss:0.00} points against {name} on the set {guard.Set} ")
                    + Text($"({100 * GuardLoss:0.0} are allowed): ")
                    + $"{Percent(guard.Candidate)} against {Percent(score)}";
            }
        }
    }

    private static IEnumerable<string> CheckDigits(ModelComparison comparison) =>
        from digit in comparison.Digits
        let baseline = Baselines(digit.Active, digit.First).MaxBy(baseline => baseline.Score.Correct)
        let loss = baseline.Score.Accuracy - digit.Candidate.Accuracy
        where baseline.Score.Correct - digit.Candidate.Correct >= MinLost && loss > DigitLoss + Rounding
        select Text($"loses {100 * loss:0.0} points against {baseline.Name} on the digit {digit.Digit} ")
            + Text($"of the set {comparison.Set} ({100 * DigitLoss:0} are allowed)");

    private static (string Name, Proportion Score)[] Baselines(Proportion active, Proportion first) =>
        [("the version in service", active), ("the first approved version", first)];

    private static string Percent(Proportion score) => Text($"{100 * score.Accuracy:0.00} %");

    private static string Points(PairedDifference? difference) => difference is null ? "unknown"
        : $"{Points(difference.Mean)} points (95 % interval {Points(difference.Low)} to {Points(difference.High)})";

    private static string Points(double share) => Text($"{100 * share:+0.00;-0.00;0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
