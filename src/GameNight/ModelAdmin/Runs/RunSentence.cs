using System.Globalization;
using System.Text.RegularExpressions;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.ModelAdmin.Runs;

/// <summary>What came of a training run, in a sentence that a guest understands and the numbers bear out.</summary>
public static partial class RunSentence
{
    /// <summary>
    /// The short one, which follows the contestant's name and a colon: <c>version 6 didn’t make it: no better than version 5</c>.
    /// </summary>
    public static string Of(TrainingRun run) => run.State switch
    {
        RunState.Activated when run.WasOnTrial => $"version {run.Version} passed its trial and takes over",
        RunState.Activated => $"version {run.Version} takes over{Gain(run)?.Words.Insert(0, ": ")}",
        RunState.Refused when run.WasOnTrial => $"version {run.Version} left its trial without taking over",
        RunState.Failed when run.Version is not null => $"version {run.Version} is made, but couldn’t take over",
        RunState.Failed => "it couldn’t learn this time",
        RunState.Cancelled => "it was stopped before it was done",
        RunState.OnTrial => $"version {run.Version} is on trial: too early to say whether it’s better{Than(run.Report)}",
        RunState.Refused when run.Report is { Decision.Tries: true } tried =>
            $"version {run.Version} stays out: too early to say whether it’s better{Than(tried)}, and it couldn’t go on trial",
        RunState.Refused when run.Report is { Decision.Activates: true } =>
            $"version {run.Version} stays out: another version got there first",
        RunState.Refused when run.Report is { Comparisons.Count: > 0 } judged => $"version {run.Version} didn’t make it: {WhyNot(judged)}",
        RunState.Refused => "there was too little new to learn from",
        _ => "it’s learning",
    };

    /// <summary>
    /// The whole sentence above the numbers: <c>Version 6 takes over: about 3 fewer mistakes in 100 strangers’ digits (95 % interval 1 to
    /// 5, n = 640).</c>
    /// </summary>
    public static string Receipt(TrainingRun run)
    {
        var (short_, gain) = (Of(run), Gain(run));
        var proof = gain is null ? "" : short_.EndsWith(gain.Words, StringComparison.Ordinal)
            ? $" ({gain.Proof})"
            : $" ({gain.Words}, {gain.Proof})";
        return $"{char.ToUpperInvariant(short_[0])}{short_[1..]}{proof}.";
    }

    /// <summary>The same for all runs of an algorithm that ended in the same way; null for one that changed something.</summary>
    public static string? Kind(TrainingRun run) => run.State is RunState.Activated or RunState.OnTrial
        ? null
        : run.State == RunState.Failed ? run.Words : VersionNumber().Replace(Of(run), "version");

    private static MistakeGain? Gain(TrainingRun run) => run.Report is { } report ? MistakeGain.Of(report) : null;

    private static string Than(TrainingReport? report) => report?.Replaces is { } before
        ? string.Create(CultureInfo.InvariantCulture, $" than version {before}")
        : "";

    private static string WhyNot(TrainingReport report) =>
        ObjectionWords.Of(report.Decision, report.Replaces is { } before ? $"version {before}" : "before") ?? Guess(report);

    /// <summary>Why a candidate was refused whose report, of an older build, has the reasons as sentences only.</summary>
    private static string Guess(TrainingReport report)
    {
        var (players, strangers) = (report.Comparisons[0], MistakeGain.Strangers(report));
        if (players.Candidate.N < PromotionGate.MinJudged || players.Gain is null || players.Gain.Clusters < PromotionGate.MinPlayers)
            return "too few people have played to judge it";
        var guards = report.Comparisons.Skip(1).Where(comparison => comparison.Set != TrustedInk.SetName);
        if (guards.Any(guard => guard.Active.Accuracy - guard.Candidate.Accuracy > PromotionGate.GuardLoss))
            return "it forgot too much of what it knew";
        return strangers is null || strangers.Candidate.Correct <= strangers.Active.Correct
            ? $"no better{Than(report)}"
            : "better for some, but worse for others";
    }

    [GeneratedRegex(@"version \d+")]
    private static partial Regex VersionNumber();
}
