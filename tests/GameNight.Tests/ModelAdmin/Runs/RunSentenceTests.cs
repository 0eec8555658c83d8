using GameNight.ModelAdmin.Runs;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Statistics;
using static GameNight.Tests.ModelAdmin.Runs.SampleRuns;

namespace GameNight.Tests.ModelAdmin.Runs;

public sealed class RunSentenceTests
{
    [Fact]
    public void Receipt_OfAVersionThatTakesOver_SaysByHowManyMistakesAndHowSureThatIs() => Assert.Equal(
        "Version 6 takes over: about 3 fewer mistakes in 100 strangers’ digits (95 % interval 1.5 to 4.4, n = 640).",
        RunSentence.Receipt(Run(RunState.Activated, Players(), Strangers(640, wins: 20, losses: 1))));

    [Fact]
    public void Receipt_OfAVersionThatIsWorse_SaysSo()
    {
        var refused = Run(RunState.Refused, Players(), Strangers(640, wins: 1, losses: 7));
        Assert.Equal("version 6 didn’t make it: no better than version 5", RunSentence.Of(refused));
        Assert.Equal(
            "Version 6 didn’t make it: no better than version 5 (about 0.9 more mistakes in 100 strangers’ digits, "
            + "95 % interval 0 to 1.8, n = 640).",
            RunSentence.Receipt(refused));
    }

    /// <summary>The page said "surer, and as often right: 100.0 % instead of 100.0 % of 23 drawings".</summary>
    [Fact]
    public void Receipt_WhereNothingWasMisread_ClaimsNoDifference()
    {
        var all = new Proportion(23, 23);
        var perfect = new ModelComparison(
            TrustedInk.SetName, all, all, all, 0, 0, PairedDifference.OfShares(0, 0, 23), LogLoss: null, []);
        Assert.Equal(
            "Version 6 didn’t make it: no better than version 5 (no mistake in strangers’ digits, as before, n = 23).",
            RunSentence.Receipt(Run(RunState.Refused, Players(), perfect)));
    }

    [Fact]
    public void Receipt_WithoutStrangers_ComparesPeopleHere()
    {
        var players = Of("held-out", 200, wins: 4, losses: 0) with { Gain = new ClusteredMean(0.02, 0.01, 6, 200) };
        Assert.StartsWith(
            "Version 6 takes over: about 2 fewer mistakes in 100 digits of people here (95 % interval",
            RunSentence.Receipt(Run(RunState.Activated, players)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Refused_SaysWhyInAFewWords()
    {
        Assert.EndsWith("too few people have played to judge it",
            RunSentence.Of(Run(RunState.Refused, Players(n: 40, people: 2), Strangers(640, 9, 0))), StringComparison.Ordinal);
        Assert.EndsWith("it forgot too much of what it knew",
            RunSentence.Of(Run(RunState.Refused, Players(), Strangers(640, 9, 0), Of("guard", 1000, 0, 9))), StringComparison.Ordinal);
        Assert.EndsWith("better for some, but worse for others",
            RunSentence.Of(Run(RunState.Refused, Players(), Strangers(640, 9, 0))), StringComparison.Ordinal);
        Assert.Equal("there was too little new to learn from", RunSentence.Of(Run(RunState.Refused)));
    }

    [Theory]
    [InlineData("too few people have played to judge it", GateObjection.TooFew)]
    [InlineData("it forgot too much of what it knew", GateObjection.WorseForPlayers, GateObjection.Forgot)]
    [InlineData("it lost too much on a single digit", GateObjection.Digit)]
    [InlineData("worse than version 5 for the people who play here", GateObjection.WorseForStrangers, GateObjection.WorseForPlayers)]
    [InlineData("worse than version 5 for strangers", GateObjection.WorseForStrangers, GateObjection.WorseThanFirst)]
    [InlineData("worse than the version that came with the game", GateObjection.WorseThanFirst)]
    public void Of_RefusedByTheGate_SaysTheGravestOfItsReasons(string words, params GateObjection[] objections) => Assert.Equal(
        $"version 6 didn’t make it: {words}",
        RunSentence.Of(Decided(RunState.Refused, new PromotionDecision(false, ["it is so"], Objections: objections))));

    /// <summary>"No better" was said of versions of which the gate could not tell, or which it had let in.</summary>
    [Fact]
    public void Of_NotRefusedByTheGate_BlamesNoVersion()
    {
        Assert.Equal(
            "version 6 stays out: too early to say whether it’s better than version 5, and it couldn’t go on trial",
            RunSentence.Of(Decided(RunState.Refused, new PromotionDecision(false, ["nobody can tell"], Tries: true))));
        Assert.Equal(
            "version 6 stays out: another version got there first",
            RunSentence.Of(Decided(RunState.Refused, new PromotionDecision(true, []))));
    }

    [Fact]
    public void Of_ATrial_SaysHowItStandsAndHowItEnded()
    {
        Assert.Equal(
            "version 6 is on trial: too early to say whether it’s better than version 5", RunSentence.Of(Run(RunState.OnTrial, Players())));
        Assert.Equal(
            "version 6 passed its trial and takes over", RunSentence.Of(Run(RunState.Activated, Players()) with { WasOnTrial = true }));
        Assert.Equal(
            "version 6 left its trial without taking over", RunSentence.Of(Run(RunState.Refused, Players()) with { WasOnTrial = true }));
    }

    private static TrainingRun Decided(RunState state, PromotionDecision decision)
    {
        var run = Run(state, Players(), Strangers(640, wins: 1, losses: 7));
        return run with { Report = run.Report! with { Decision = decision } };
    }
}
