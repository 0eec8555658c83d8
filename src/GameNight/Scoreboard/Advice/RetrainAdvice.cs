using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Advice;

/// <summary>Says whether to retrain, and why.</summary>
/// <param name="Answer">The decision.</param>
/// <param name="Words">The decision with its reason: a whole sentence.</param>
public sealed record RetrainAdvice(RetrainDecision Answer, string Words)
{
    /// <summary>The new labels that make a run worthwhile, as a share of those before: fewer would hardly change a model.</summary>
    public const double MinShareOfNew = 0.1;

    /// <summary>With fewer labels a run puts no version into service.</summary>
    public const int MinLabels = PromotionGate.MinJudged;

    /// <param name="facts">What the advice rests on.</param>
    /// <param name="nameOf">The name of a contestant by its id.</param>
    public static RetrainAdvice Of(RetrainFacts facts, Func<string, string> nameOf)
    {
        var learning = facts.Runs.Where(run => !run.HasEnded).Select(run => nameOf(run.Algorithm)).Distinct();
        string[] learners = [.. learning.Order(StringComparer.Ordinal)];
        var known = facts.Labelled - facts.NewLabels;
        return facts switch
        {
            _ when learners.Length > 0 => new(RetrainDecision.Already, UnderWay(learners)),
            { CanLearn: false } =>
                new(RetrainDecision.No, "There is nobody to teach: none of the contestants can learn on this machine."),
            { Labelled: 0 } => new(RetrainDecision.No, "There’s nothing to learn from yet: no drawing has an answer."),
            { NewLabels: <= 0 } =>
                new(RetrainDecision.No, $"There’s nothing new to learn from: no answer has come{Since(facts, nameOf)}."),
            { Labelled: < MinLabels } => new(RetrainDecision.NotYet, TooFew(facts.Labelled)),
            _ when facts.Drifts.FirstOrDefault(drift => drift.IsWorse) is { } drift =>
                new(RetrainDecision.Yes, $"Yes: {Worse(drift, nameOf)}, and {New(facts, nameOf)}."),
            { LastRun.State: RunState.Failed } => new(RetrainDecision.Yes, FailedBefore(facts.NewLabels)),
            { Schedule: not null, Options.NewMarks: > 0 and var enough } when facts.NewLabels >= enough =>
                new(RetrainDecision.Yes, $"Yes: {New(facts, nameOf)}, and the machines retrain by themselves in a moment."),
            _ when facts.NewLabels >= MinShareOfNew * known =>
                new(RetrainDecision.Yes, $"Yes: {New(facts, nameOf)}, and {Otherwise(facts)}."),
            _ => new(
                RetrainDecision.NotYet,
                $"Not yet: only {New(facts, nameOf)}, {OnTopOf(known, facts.NewLabels)}, and {Otherwise(facts)}."),
        };
    }

    private static string UnderWay(string[] learners) =>
        $"It is happening: {string.Join(" and ", learners)} {(learners.Length == 1 ? "is" : "are")} at school right now.";

    private static string TooFew(long labelled) =>
        $"Not yet: {ScoreFormatter.Count((int)labelled, "answer")} {(labelled == 1 ? "is" : "are")} too few. "
        + $"It takes at least {MinLabels}, "
        + $"of {PromotionGate.MinPlayers} people.";

    private static string Worse(Drift drift, Func<string, string> nameOf) =>
        $"{nameOf(drift.Algorithm)} read {ScoreFormatter.Percent(drift.Recent.Accuracy!.Value)} "
        + $"of its last {drift.Recent.N} drawings right, "
        + $"against {ScoreFormatter.Percent(drift.Earlier.Accuracy!.Value)} of {ScoreFormatter.Count(drift.Earlier.N)} before";

    private static string FailedBefore(long newLabels) =>
        $"Yes, once more: the last run failed, and {ScoreFormatter.Count((int)newLabels, "answer")} {(newLabels == 1 ? "has" : "have")} "
        + "taught nobody anything yet.";

    private static string OnTopOf(long known, long newLabels) =>
        $"{ScoreFormatter.Percent(newLabels / (double)known)} on top of {ScoreFormatter.Count((int)known)}";

    private static string New(RetrainFacts facts, Func<string, string> nameOf) =>
        $"{ScoreFormatter.Count((int)facts.NewLabels, "answer")} {(facts.NewLabels == 1 ? "is" : "are")} new{Since(facts, nameOf)}";

    private static string Since(RetrainFacts facts, Func<string, string> nameOf) => facts switch
    {
        { LastVersion: { Version: { } version } run } when run.Id == facts.LastRun?.Id =>
            $" since {nameOf(run.Algorithm)} made version {version}",
        { LastRun: not null } => " since the last run",
        _ => "",
    };

    private static string Otherwise(RetrainFacts facts) =>
        facts.Schedule is { } schedule ? $"the machines retrain by themselves {schedule}"
            : "the machines retrain only when the host says so";
}
