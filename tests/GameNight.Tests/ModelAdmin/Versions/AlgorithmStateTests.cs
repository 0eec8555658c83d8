using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Statistics;
using GameNight.Tests.ModelAdmin.Runs;

namespace GameNight.Tests.ModelAdmin.Versions;

public sealed class AlgorithmStateTests
{
    private static readonly AlgorithmView Trees = new(
        "app-xgboost",
        [
            new VersionView(
                new("app-xgboost", "5"), Manifest: null, Bytes: null, Ships: false, IsInService: true, ShadowSince: null, Problem: null,
                VersionStatus.InService),
        ],
        []);

    [Fact]
    public void Of_AQuietContestant_IsInService() => Assert.Equal(["In service"], AlgorithmState.Of(Trees, Learning.None));

    [Fact]
    public void Of_ALearnerOnTrial_SaysBoth()
    {
        var trial = new CandidateTrial
        {
            Algorithm = "app-xgboost",
            Version = "6",
            Against = "5",
            Run = "1",
            LearnedFrom = 100,
            Since = SampleRuns.Ended,
            Cursor = null,
            Prior = new NormalMixture([]),
            Tally = TrialTally.None with { Wins = 14, Losses = 6 },
        };
        Assert.Equal(
            ["In service", "learning…", "version 6 on trial: ahead 14 to 6"],
            AlgorithmState.Of(Trees, new([SampleRuns.Run(RunState.Running)], [trial])));
    }

    [Fact]
    public void Of_OneThatCannotServe_SaysWhy() => Assert.Equal(
        ["Unavailable: model.onnx is damaged"],
        AlgorithmState.Of(Trees with { Versions = [], Reason = "model.onnx is damaged" }, Learning.None));

    [Theory]
    [InlineData("mnist-test", 0.9964, 10_000, "0.4 mistakes in 100 test digits (0.3–0.5, n = 10,000)")]
    [InlineData("trusted-ink", 0.99, 640, "1.0 mistake in 100 strangers’ digits (0.4–2.0, n = 640)")]
    [InlineData("development-ink", 0.989, 7494, "1.1 mistakes in 100 practice digits (0.9–1.4, n = 7,494)")]
    [InlineData("mnist-test", 0.9998, 10_000, "Fewer than 0.1 mistakes in 100 test digits (0.0–0.1, n = 10,000)")]
    [InlineData("held-out", 1, 40, "No mistake in 40 digits of people here (0.0–8.8 in 100)")]
    [InlineData("my-own-set", 0.5, 2, "Not measured")]
    public void Mistakes_OfAVersion_AreInAHundredWithN(string set, double accuracy, int n, string expected) => Assert.Equal(
        expected,
        MistakesFormatter.Of(GameNight.Tests.Models.ModelPackageBuilder.Always("x", 1).Manifest with
        {
            Metrics = [new ModelMetric(set, accuracy, n)],
        }));

    /// <summary>What its maker practised on says less of people here than what they drew.</summary>
    [Fact]
    public void Mistakes_MeasuredOnSeveralSets_AreThoseClosestToPeopleHere() => Assert.StartsWith(
        "5.0 mistakes in 100 digits of people here",
        MistakesFormatter.Of(GameNight.Tests.Models.ModelPackageBuilder.Always("x", 1).Manifest with
        {
            Metrics = [new ModelMetric("development-ink", 0.99, 7494), new ModelMetric("held-out", 0.95, 40)],
        }),
        StringComparison.Ordinal);
}
