using GameNight.Drawing.Images;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Statistics;
using GameNight.Tests.ModelAdmin.Runs;

namespace GameNight.Tests.Retraining.Evaluation;

/// <summary>A thousand drawings by twenty people in each set; which of them a version reads is what the cases differ in.</summary>
public sealed class PromotionGateTests
{
    private static readonly int[] Digits = [.. Enumerable.Range(0, 1000).Select(i => i % 10)];

    private static readonly NormalMixture Prior = LearnerRecord.Of("app-xgboost", 1000);

    [Fact]
    public void Decide_BetterForTrustedStrangers_Activates()
    {
        var decision = Decide(Compare("held-out", 962, 960), Compare("trusted-ink", 975, 960), Compare("guard", 998, 998));
        Assert.True(decision.Activates, string.Join("; ", decision.Reasons));
        Assert.False(decision.Tries);
        Assert.Contains(
            "Trusted strangers: of 1,000 drawings by 20 people, it read 15 that the version in service misread", decision.Findings![1],
            StringComparison.Ordinal);
        Assert.InRange(decision.Belief!.Below(-PromotionGate.Harm), 0, PromotionGate.MaxRisk);
    }

    [Fact]
    public void Decide_BetterForPlayersWithoutTrustedInk_GoesOnTrial()
    {
        var decision = Decide(Compare("held-out", 980, 960), trusted: null);
        Assert.True(decision is { Activates: false, Tries: true });
        Assert.Contains("there is no trusted ink", decision.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_StrangersWhoCannotTell_GoesOnTrial()
    {
        var decision = Decide(Compare("held-out", 960, 960), Compare("trusted-ink", 956, 957));
        Assert.True(decision is { Activates: false, Tries: true }, string.Join("; ", decision.Reasons));
        Assert.Contains("fewer drawings of trusted strangers", string.Join("; ", decision.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_WorseForStrangers_IsRefusedHoweverGoodForPlayers() =>
        AssertRefused("on the set trusted-ink", Compare("held-out", 990, 960), Compare("trusted-ink", 940, 960));

    [Fact]
    public void Decide_WorseForPlayers_IsRefusedHoweverGoodForStrangers() =>
        AssertRefused("for players from whom it had not learned", Compare("held-out", 940, 960), Compare("trusted-ink", 990, 960));

    [Theory]
    [InlineData(19, 20)]
    [InlineData(400, 2)]
    public void Decide_TooFewWhoMayDecide_IsRefused(int drawings, int people)
    {
        var players = Compare("held-out", drawings, drawings - 5, count: drawings, people: people);
        AssertRefused($"only {drawings} drawings of {Math.Min(people, drawings)} people can decide", players, Compare("trusted-ink", 990,
            960));
    }

    [Theory]
    [InlineData(997, 1000, true)]
    [InlineData(996, 1000, false)]
    public void Decide_GuardLost_IsRefusedBeyondThreeInAThousand(int right, int activeRight, bool activates) =>
        Assert.Equal(activates, Better(Compare("guard", right, activeRight)).Activates);

    [Fact]
    public void Decide_SmallLossesThatAddUp_AreRefusedAgainstTheFirst()
    {
        // Each step loses as much as is allowed against the one before.
        var guard = Better(Compare("guard", right: 994, activeRight: 997, firstRight: 1000));
        Assert.Contains("the first approved version", guard.Reasons.Single(), StringComparison.Ordinal);
        Assert.Equal([GateObjection.Forgot], guard.Objections);
        AssertRefused("worse than the first approved version", Compare("held-out", 962, 961, firstRight: 980), Compare("trusted-ink", 990,
            960));
        AssertRefused("against the first approved version", Compare("held-out", 962, 961), Compare("trusted-ink", 961, 960,
            firstRight: 970));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Decide_OneDigitLost_IsRefusedBeyondThreePoints(int lost, bool activates)
    {
        // As many of another digit are gained, so that the accuracy over all does not show the loss.
        var candidate = Digits.Select((digit, i) => digit == 9 ? i / 10 >= lost : true).ToArray();
        var active = Digits.Select((digit, i) => digit == 1 ? i / 10 >= lost : true).ToArray();
        var decision = Better(Compare("guard", candidate, active, active));
        Assert.Equal(activates, decision.Activates);
        Assert.Equal(activates ? [] : [GateObjection.Digit], decision.Objections);
        if (!activates)
            Assert.Contains("on the digit 9", decision.Reasons.Single(), StringComparison.Ordinal);
    }

    /// <summary>Tonight's players draw few of each digit: four of their drawings can be chance.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Decide_OneDigitLostByPlayers_IsRefusedBeyondChance(int lost, bool activates)
    {
        var candidate = Digits.Select((digit, i) => digit == 9 ? i / 10 >= lost : true).ToArray();
        var active = Digits.Select((digit, i) => digit == 1 ? i / 10 >= lost + 10 : true).ToArray();
        var decision = Decide(Compare("held-out", candidate, active, active), Compare("trusted-ink", 990, 960));
        Assert.Equal(activates, decision.Activates);
        if (!activates)
            Assert.Contains("on the digit 9", decision.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_SeveralReasons_NamesEach() => Assert.True(
        Decide(Compare("held-out", 900, 960), Compare("trusted-ink", 900, 960), Compare("guard", 900, 960)).Reasons.Count >= 3);

    [Fact]
    public void Decide_ForEachReason_NamesItsKind()
    {
        var (same, better) = (Compare("held-out", 962, 961), Compare("trusted-ink", 975, 960));
        Assert.Equal(
            [GateObjection.WorseForPlayers, GateObjection.WorseThanFirst], Of(Compare("held-out", 925, 960), better));
        Assert.Equal([GateObjection.WorseThanFirst], Of(Compare("held-out", 962, 961, firstRight: 980), better));
        Assert.Equal([GateObjection.TooFew], Of(Compare("held-out", 19, 19, count: 19), better));
        Assert.Contains(GateObjection.WorseForStrangers, Of(same, Compare("trusted-ink", 945, 960)));
        Assert.DoesNotContain(GateObjection.Forgot, Of(same, Compare("trusted-ink", 945, 960)));
        Assert.Equal([GateObjection.Undecided], Of(same, trusted: null));
        Assert.Empty(Of(same, better));

        IReadOnlyList<GateObjection> Of(ModelComparison players, ModelComparison? trusted) => Decide(players, trusted).Objections!;
    }

    [Fact]
    public void Parse_AReportOfAnOlderBuild_HasNoKindsOfReasons()
    {
        var report = SampleRuns.Run(RunState.Refused, SampleRuns.Players()).Report!;
        var decided = report with { Decision = new PromotionDecision(false, ["so"], Objections: [GateObjection.Digit]) };
        var json = System.Text.Encoding.UTF8.GetString(decided.ToUtf8());
        Assert.Equal([GateObjection.Digit], TrainingReport.Parse(decided.ToUtf8()).Decision.Objections);
        var old = System.Text.RegularExpressions.Regex.Replace(json, @",\s*""objections"": \[[^\]]*\]", "");
        Assert.DoesNotContain("objections", old, StringComparison.Ordinal);
        Assert.Null(TrainingReport.Parse(System.Text.Encoding.UTF8.GetBytes(old)).Decision.Objections);
    }

    /// <summary>Who is merely surer of the same answers is not better: both are calibrated before they are compared.</summary>
    [Fact]
    public void Compare_TheSameAnswersMoreSurely_IsNoGain()
    {
        var set = Set("held-out", 1000, 20);
        var (sure, unsure) = (Answers(960, 0.999f), Answers(960, 0.7f));
        var comparison = ModelComparison.Of(set, Of(sure), Of(unsure), Of(unsure));
        Assert.InRange(comparison.Gain!.Mean, -0.003, 0.003);
        Assert.Equal(0, comparison.Wins);

        PredictionResults Of(float[] answers) => PredictionResults.Of(answers, set.Digits);
    }

    private static PromotionDecision Better(ModelComparison guard) =>
        Decide(Compare("held-out", 962, 960), Compare("trusted-ink", 980, 960), guard);

    private static PromotionDecision Decide(ModelComparison players, ModelComparison? trusted, params ModelComparison[] guards) =>
        PromotionGate.Decide(new GateEvidence(players, trusted, guards, Prior, Prior));

    private static void AssertRefused(string reason, ModelComparison players, ModelComparison? trusted)
    {
        var decision = Decide(players, trusted);
        Assert.True(decision is { Activates: false, Tries: false }, string.Join("; ", decision.Reasons));
        Assert.Contains(reason, string.Join("; ", decision.Reasons), StringComparison.Ordinal);
    }

    /// <summary>Compares versions that read the first drawings of the set; so the mistakes are spread over the digits and people.</summary>
    private static ModelComparison Compare(
        string set, int right, int activeRight, int? firstRight = null, int count = 1000, int people = 20)
    {
        return Compare(set, First(right), First(activeRight), First(firstRight ?? activeRight), people);

        bool[] First(int of) => [.. Enumerable.Range(0, count).Select(i => i < of)];
    }

    private static ModelComparison Compare(string set, bool[] candidate, bool[] active, bool[] first, int people = 20) =>
        ModelComparison.Of(Set(set, candidate.Length, people), Of(candidate), Of(active), Of(first));

    private static EvaluationSet Set(string name, int count, int people) => new(
        name, [.. Enumerable.Repeat(new DigitImage(new byte[784]), count)], Digits[..count],
        name == "guard" ? null : [.. Enumerable.Range(0, count).Select(i => $"{i % people}")]);

    private static PredictionResults Of(bool[] correct) => new(
        correct, [.. correct.Select(right => right ? 0.1 : 2)], [.. correct.Select(right => right ? 0.02 : 1.2)]);

    private static float[] Answers(int right, float confidence) => [.. Digits.SelectMany((digit, i) =>
        Enumerable.Range(0, 10).Select(guess => guess == (i < right ? digit : (digit + 1) % 10) ? confidence : (1 - confidence) / 9))];
}
