using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Charts;

namespace GameNight.Scoreboard.Advice;

/// <summary>Whether to retrain, and why, in a sentence.</summary>
/// <param name="Answer">The decision.</param>
/// <param name="Words">The decision with its reason, from its first capital to its full stop.</param>
public sealed record RetrainAdvice(RetrainDecision Answer, string Words)
{
    /// <summary>So much more than was learned from before is worth a run: less would hardly change anything.</summary>
    public const double WorthIt = 0.1;

    /// <summary>With fewer marks a run ends before it begins.</summary>
    public const int Least = RetrainingPipeline.MinExamples + PromotionGate.MinHeldOut;

    /// <param name="facts">What is known.</param>
    /// <param name="nameOf">A contestant's name by its id.</param>
    public static RetrainAdvice Of(RetrainFacts facts, Func<string, string> nameOf)
    {
        var going = facts.Runs.Where(run => !run.HasEnded).Select(run => nameOf(run.Algorithm)).Distinct().Order(StringComparer.Ordinal).ToList();
        var fresh = ScoreFormatter.Count((int)facts.NewMarks, "mark");
        var since = Since(facts, nameOf);
        var known = facts.Labelled - facts.NewMarks;
        var isOne = facts.NewMarks == 1;
        return facts switch
        {
            _ when going.Count > 0 => new(RetrainDecision.Already, $"It is happening: {string.Join(" and ", going)} {(going.Count == 1 ? "is" : "are")} at school right now."),
            { CanLearn: false } => new(RetrainDecision.No, "There is nobody to teach: none of the contestants can learn on this machine."),
            { Labelled: 0 } => new(RetrainDecision.No, "There is nothing to learn from: nobody has marked a drawing yet."),
            { NewMarks: <= 0 } => new(RetrainDecision.No, $"There is nothing new to learn from: no mark has come{since}."),
            { Labelled: < Least } => new(RetrainDecision.NotYet,
                $"Not yet: {ScoreFormatter.Count((int)facts.Labelled, "mark")} {(facts.Labelled == 1 ? "is" : "are")} too few. It takes at least {Least}, {RetrainingPipeline.MinExamples} to learn from and {PromotionGate.MinHeldOut} of other people to judge by."),
            _ when facts.Drifts.FirstOrDefault(drift => drift.IsWorse) is { } drift => new(RetrainDecision.Yes,
                $"Yes: {nameOf(drift.Algorithm)} read {ScoreFormatter.Percent(drift.Lately.Accuracy!.Value)} of its last {drift.Lately.N} drawings right, against {ScoreFormatter.Percent(drift.Before.Accuracy!.Value)} of {ScoreFormatter.Count(drift.Before.N)} before, and {fresh} {(isOne ? "is" : "are")} new{since}."),
            { LastRun.State: RunState.Failed } => new(RetrainDecision.Yes, $"Yes, once more: the last run failed, and {fresh} {(isOne ? "has" : "have")} taught nobody anything yet."),
            { ByItself: not null, Options.NewMarks: > 0 and var enough } when facts.NewMarks >= enough => new(RetrainDecision.Yes, $"Yes: {fresh} {(isOne ? "is" : "are")} new{since}, and school begins by itself in a moment."),
            _ when facts.NewMarks >= WorthIt * known => new(RetrainDecision.Yes, $"Yes: {fresh} {(isOne ? "is" : "are")} new{since}, and {Otherwise(facts)}."),
            _ => new(RetrainDecision.NotYet, $"Not yet: only {fresh} {(isOne ? "is" : "are")} new{since}, {ScoreFormatter.Percent(facts.NewMarks / (double)known)} on top of {ScoreFormatter.Count((int)known)}, and {Otherwise(facts)}."),
        };
    }

    private static string Since(RetrainFacts facts, Func<string, string> nameOf) => facts switch
    {
        { LastVersion: { Version: { } version } run } when run.Id == facts.LastRun?.Id => $" since {nameOf(run.Algorithm)} made version {version}",
        { LastRun: not null } => " since the last run",
        _ => "",
    };

    private static string Otherwise(RetrainFacts facts) =>
        facts.ByItself is { } when ? $"school begins by itself {when}" : "school begins only when the host says so";
}
