using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Statistics;

namespace GameNight.Tests.ModelAdmin.Runs;

/// <summary>Ended runs, and what they were judged by.</summary>
internal static class SampleRuns
{
    public static readonly DateTimeOffset Ended = new(2026, 11, 20, 21, 0, 0, TimeSpan.Zero);

    /// <summary>A run of the trees whose version is 6, and which replaces 5.</summary>
    public static TrainingRun Run(RunState state, params ModelComparison[] comparisons) => new()
    {
        Id = $"{Guid.NewGuid():N}",
        Algorithm = "app-xgboost",
        Trigger = "a test",
        QueuedAt = Ended,
        EndedAt = Ended,
        State = state,
        Version = comparisons.Length > 0 ? "6" : null,
        Report = new TrainingReport
        {
            Run = "1",
            Algorithm = "app-xgboost",
            Replaces = "5",
            First = "1",
            Trigger = "a test",
            StartedAt = Ended,
            Rows = new ExampleCounts(0, 0, 0, 0, 0, 0, new Dictionary<string, int>()),
            Comparisons = comparisons,
            Decision = new PromotionDecision(state == RunState.Activated, []),
            Seconds = 1,
            ProcessorSeconds = 1,
            DollarsPerCoreHour = 0,
        },
    };

    /// <summary>The drawings of players: of four people, as many right as before.</summary>
    public static ModelComparison Players(int n = 40, int people = 4) =>
        Of("held-out", n, wins: 0, losses: 0) with { Gain = new ClusteredMean(0, 0.01, people, n) };

    public static ModelComparison Strangers(int n, int wins, int losses) => Of(TrustedInk.SetName, n, wins, losses);

    /// <summary>One in ten was misread by the version before.</summary>
    public static ModelComparison Of(string set, int n, int wins, int losses)
    {
        var before = n - n / 10;
        return new(
            set, new Proportion(n, before + wins - losses), new Proportion(n, before), new Proportion(n, before), wins, losses,
            PairedDifference.OfShares(wins, losses, n), LogLoss: null, []);
    }
}
