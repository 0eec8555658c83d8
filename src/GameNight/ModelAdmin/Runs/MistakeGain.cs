using System.Globalization;
using GameNight.Retraining.Evaluation;

namespace GameNight.ModelAdmin.Runs;

/// <summary>By how many mistakes in 100 a new version differs from the one before.</summary>
/// <param name="Words"><c>about 3 fewer mistakes in 100 strangers’ digits</c>.</param>
/// <param name="Proof"><c>95 % interval 1 to 5, n = 640</c>.</param>
public sealed record MistakeGain(string Words, string Proof)
{
    /// <summary>On trusted strangers' digits, or where there are none, on those of people here; null without drawings.</summary>
    public static MistakeGain? Of(TrainingReport report)
    {
        var comparison = Strangers(report) ?? (report.Comparisons is [var players, ..] ? players : null);
        if (comparison is not { Difference: { } fewer, Candidate: { N: > 0 and var n } candidate })
            return null;
        var whose = comparison.Set == TrustedInk.SetName ? "strangers’ digits" : "digits of people here";
        var count = string.Create(CultureInfo.InvariantCulture, $"n = {n:N0}");
        if (comparison is { Wins: 0, Losses: 0 })
            return new(candidate.Correct == n ? $"no mistake in {whose}, as before" : $"the same mistakes in {whose} as before", count);
        var isMore = fewer.Mean < 0;
        var (low, high) = isMore ? (-fewer.High, -fewer.Low) : (fewer.Low, fewer.High);
        return new(
            Number(Math.Abs(fewer.Mean)) is "0" ? $"as many mistakes in 100 {whose} as before"
                : $"about {Number(Math.Abs(fewer.Mean))} {(isMore ? "more" : "fewer")} mistakes in 100 {whose}",
            $"95 % interval {Number(low)} to {Number(high)}, {count}");
    }

    /// <summary>The comparison on trusted strangers' digits; null without drawings.</summary>
    public static ModelComparison? Strangers(TrainingReport report) =>
        report.Comparisons.FirstOrDefault(comparison => comparison.Set == TrustedInk.SetName && comparison.Candidate.N > 0);

    /// <summary>A share as a number in 100, with a decimal where it is below 10.</summary>
    private static string Number(double share)
    {
        var hundredths = 100 * share;
        return hundredths.ToString(Math.Abs(hundredths) < 9.95 ? "0.#;−0.#;0" : "0;−0;0", CultureInfo.InvariantCulture);
    }
}
