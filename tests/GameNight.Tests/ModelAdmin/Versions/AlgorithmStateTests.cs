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
    [InlineData("mnist-test", 0.9964, 10_000, "0.4 mistakes in 100 test digits (n = 10,000)")]
    [InlineData("trusted-ink", 0.99, 640, "1.0 mistake in 100 strangers’ digits (n = 640)")]
    [InlineData("my-own-set", 0.5, 2, "Not measured")]
    public void Mistakes_OfAVersion_AreInAHundredWithN(string set, double accuracy, int n, string expected) => Assert.Equal(
        expected,
        MistakesFormatter.Of(GameNight.Tests.Models.ModelPackageBuilder.Always("x", 1).Manifest with
        {
            Metrics = [new ModelMetric(set, accuracy, n)],
        }));
}
