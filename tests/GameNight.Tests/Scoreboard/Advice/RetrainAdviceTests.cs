using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Advice;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Advice;

public sealed class RetrainAdviceTests
{
    private static readonly TrainingOptions Options = new() { NewMarks = 250, Daily = new TimeOnly(4, 0) };

    [Fact]
    public void Of_NoLabels_IsNo() => Expect(
        RetrainDecision.No, "There’s nothing to learn from yet: no drawing has an answer.", Facts(0, 0));

    [Fact]
    public void Of_NoNewLabels_IsNo() => Expect(
        RetrainDecision.No,
        "There’s nothing new to learn from: no answer has come since The network made version 3.",
        Facts(400, 0, Run(RunState.Activated, "3")));

    [Fact]
    public void Of_NoTrainableAlgorithm_IsNo() => Expect(
        RetrainDecision.No,
        "There is nobody to teach: none of the contestants can learn on this machine.",
        Facts(400, 400) with { CanLearn = false });

    [Theory]
    [InlineData(1, "1 answer is too few.")]
    [InlineData(19, "19 answers are too few.")]
    public void Of_FewLabels_IsNotYet(int labels, string words) => Expect(
        RetrainDecision.NotYet,
        $"Not yet: {words} It takes at least 20, of 3 people.",
        Facts(labels, labels));

    [Theory]
    [InlineData(RunState.Queued)]
    [InlineData(RunState.Running)]
    public void Of_RunThatHasNotEnded_IsAlready(RunState state) => Expect(
        RetrainDecision.Already,
        "It is happening: The network is at school right now.",
        Facts(400, 0, Run(state), Run(RunState.Refused)));

    [Fact]
    public void Of_ManyNewLabels_IsYesAndSaysWhenARunStartsByItself() => Expect(
        RetrainDecision.Yes,
        "Yes: 212 answers are new since The network made version 3, "
        + "and the machines retrain by themselves at 250 new answers, or at 04:00.",
        Facts(1_212, 212, Run(RunState.Refused, "3")));

    [Fact]
    public void Of_FirstLabels_IsYes() => Expect(
        RetrainDecision.Yes,
        "Yes: 30 answers are new, and the machines retrain by themselves at 250 new answers, or at 04:00.",
        Facts(30, 30));

    [Fact]
    public void Of_NoSchedule_SaysThatTheHostDecides() => Expect(
        RetrainDecision.Yes,
        "Yes: 40 answers are new since the last run, and the machines retrain only when the host says so.",
        Facts(100, 40, Run(RunState.Refused)) with { Options = new() { NewMarks = 0, Daily = null } });

    [Fact]
    public void Of_AsManyNewLabelsAsStartARun_IsYesInAMoment() => Expect(
        RetrainDecision.Yes,
        "Yes: 250 answers are new since the last run, and the machines retrain by themselves in a moment.",
        Facts(9_000, 250, Run(RunState.Refused)));

    [Fact]
    public void Of_FewNewLabelsOnTopOfMany_IsNotYet() => Expect(
        RetrainDecision.NotYet,
        "Not yet: only 20 answers are new since the last run, 2 % on top of 1,000, "
        + "and the machines retrain by themselves at 250 new answers, or at 04:00.",
        Facts(1_020, 20, Run(RunState.Refused)));

    [Fact]
    public void Of_FailedRun_IsYesOnceMore() => Expect(
        RetrainDecision.Yes,
        "Yes, once more: the last run failed, and 20 answers have taught nobody anything yet.",
        Facts(1_020, 20, Run(RunState.Failed), Run(RunState.Activated, "3")));

    [Fact]
    public void Of_VersionThatBecameWorse_IsYes() => Expect(
        RetrainDecision.Yes,
        "Yes: The network read 70 % of its last 100 drawings right, against 90 % of 900 before, and 1 answer is new since the last run.",
        Facts(1_001, 1, Run(RunState.Refused)) with { Drifts = [Drift(recentlyCorrect: 70)] });

    [Fact]
    public void Of_VersionThatMayHaveBecomeWorseByChance_IsNotYet() => Assert.Equal(
        RetrainDecision.NotYet,
        Advise(Facts(1_001, 1, Run(RunState.Refused)) with { Drifts = [Drift(recentlyCorrect: 86)] }).Answer);

    private static void Expect(RetrainDecision answer, string words, RetrainFacts facts) =>
        Assert.Equal(new RetrainAdvice(answer, words), Advise(facts));

    private static RetrainAdvice Advise(RetrainFacts facts) =>
        RetrainAdvice.Of(facts, algorithm => algorithm == "app-network" ? "The network" : algorithm);

    private static RetrainFacts Facts(long labelled, long newLabels, params TrainingRun[] runs) =>
        new(labelled, newLabels, runs, Trials: [], Drifts: [], CanLearn: true, Options);

    private static Drift Drift(int recentlyCorrect) =>
        new("app-network", "3", new Proportion(100, recentlyCorrect), new Proportion(900, 810));

    private static TrainingRun Run(RunState state, string? version = null) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Algorithm = "app-network",
        State = state,
        Trigger = "a test",
        QueuedAt = DateTimeOffset.UnixEpoch,
        Version = version,
    };
}
