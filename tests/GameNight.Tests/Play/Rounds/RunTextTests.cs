using GameNight.Play.Rounds;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Statistics;

namespace GameNight.Tests.Play.Rounds;

public sealed class RunTextTests
{
    [Theory]
    [InlineData(990, 985, "App trees passed: 0.5 fewer mistakes in 100 strangers’ digits.")]
    [InlineData(985, 985, "App trees passed: it proved better, and took over.")]
    public void Of_InService_SaysHowMuchBetter(int candidate, int active, string expected) =>
        Assert.Equal(expected, RunText.Of(Run(RunState.Activated, candidate, active), "App trees"));

    [Fact]
    public void Of_InServiceAfterATrial_SaysThatItPassed() => Assert.Equal(
        "App trees passed: it proved better, and took over.", RunText.Of(Run(RunState.Activated, tries: true), "App trees"));

    [Fact]
    public void Of_OutOfService_SaysWhatHappened()
    {
        Assert.Equal(
            "App trees has learned something. Is it better? It guesses in secret until we know.",
            RunText.Of(Run(RunState.OnTrial, tries: true), "App trees"));
        Assert.Equal(
            "The trial of App trees is over: the new version didn’t get in.",
            RunText.Of(Run(RunState.Refused, tries: true) with { WasOnTrial = true }, "App trees"));
        // Another version is on trial already.
        Assert.Null(RunText.Of(Run(RunState.Refused, tries: true), "App trees"));
        Assert.Equal(
            "App trees didn’t make it: no better. It stays as it was.", RunText.Of(Run(RunState.Refused, 985, 990), "App trees"));
        Assert.Equal("App trees had too little that’s new to learn from.", RunText.Of(Run(RunState.Refused), "App trees"));
        Assert.Equal("App trees couldn’t learn this time. It plays on as it was.", RunText.Of(Run(RunState.Failed), "App trees"));
        Assert.Null(RunText.Of(Run(RunState.Cancelled), "App trees"));
    }

    [Fact]
    public void Of_Refused_SaysWhyAndBlamesNoVersionThatWasMerelyLate()
    {
        var refused = Run(RunState.Refused, 985, 990);
        Assert.Equal(
            "App trees didn’t make it: it lost too much on a single digit. It stays as it was.",
            RunText.Of(Decided(new PromotionDecision(false, ["a digit"], Objections: [GateObjection.Digit])), "App trees"));
        Assert.Null(RunText.Of(Decided(new PromotionDecision(true, [])), "App trees"));

        TrainingRun Decided(PromotionDecision decision) => refused with { Report = refused.Report! with { Decision = decision } };
    }

    /// <summary>A run whose candidate read so many of a thousand drawings of strangers; null where nothing was compared.</summary>
    private static TrainingRun Run(RunState state, int? candidate = null, int active = 0, bool tries = false) => new()
    {
        Id = "1",
        Algorithm = "app-xgboost",
        Trigger = "a test",
        QueuedAt = DateTimeOffset.UnixEpoch,
        State = state,
        Report = new TrainingReport
        {
            Run = "1",
            Algorithm = "app-xgboost",
            Replaces = "1",
            First = "1",
            Trigger = "a test",
            StartedAt = DateTimeOffset.UnixEpoch,
            Rows = new ExampleCounts(0, 0, 0, 0, 0, 0, new Dictionary<string, int>()),
            Comparisons = candidate is { } read ? [Strangers(read, active)] : [],
            Decision = new PromotionDecision(state == RunState.Activated, [], tries),
            Seconds = 1,
            ProcessorSeconds = 1,
            DollarsPerCoreHour = 0,
        },
    };

    private static ModelComparison Strangers(int candidate, int active) => new(
        TrustedInk.SetName, new Proportion(1000, candidate), new Proportion(1000, active), new Proportion(1000, active), 0, 0,
        Difference: null, LogLoss: null, []);
}
