using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Statistics;
using GameNight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Benchmarks.Cost;

/// <summary>
/// Leaves in a store what some evenings leave there: as many training runs as are kept, with their reports, and doubted labels.
/// </summary>
internal static class PastEvenings
{
    private const int Runs = 30;
    private const int Doubted = 200;

    /// <param name="options">The store.</param>
    /// <param name="labelled">How many answers there were when the runs were queued.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    public static async Task WriteAsync(StoreOptions options, long labelled, CancellationToken cancellation)
    {
        await using var stores = ObservationsFeature.Open(options);
        var (documents, observations) = (stores.GetRequiredService<IDocumentStore>(), stores.GetRequiredService<IObservationStore>());
        var runs = new TrainingRuns(documents, observations, TimeProvider.System);
        for (var i = 0; i < Runs; i++)
        {
            var run = await runs.QueueAsync(i % 2 == 0 ? "app-network" : "app-xgboost", "50 new marks", cancellation);
            var now = TimeProvider.System.GetUtcNow();
            await runs.ChangeAsync(run.Id, queued => queued with
            {
                State = RunState.Refused,
                Words = "Version 7 stays out of service: it is not clearly better.",
                Progress = 1,
                Labelled = labelled,
                StartedAt = now,
                EndedAt = now,
                Version = "7",
                Report = ReportOf(queued, now),
            }, cancellation);
        }

        var doubted = Enumerable.Range(0, Doubted).Select(i => new DoubtedLabel(Guid.NewGuid(), i % 10, null, 0.01, "unlikely"));
        await new ReviewDecisions(documents, observations, TimeProvider.System).WriteSuspectsAsync([.. doubted], cancellation);
    }

    /// <summary>A report with three comparisons.</summary>
    private static TrainingReport ReportOf(TrainingRun run, DateTimeOffset now) => new()
    {
        Run = run.Id,
        Algorithm = run.Algorithm,
        Replaces = "1",
        First = "1",
        Trigger = run.Trigger,
        StartedAt = now,
        Rows = new ExampleCounts(1000, 1000, 900, 20, 800, 18, new Dictionary<string, int> { ["unlikely"] = 50 }),
        Material = new string('0', 64),
        Comparisons = [Compare(EvaluationSet.HeldOutName), Compare("guard"), Compare("mnist-test")],
        Decision = new PromotionDecision(false, ["it is not clearly better"]),
        Seconds = 30,
        ProcessorSeconds = 40,
        DollarsPerCoreHour = 0.05,
    };

    private static ModelComparison Compare(string set)
    {
        var share = new Proportion(800, 780);
        return new ModelComparison(
            set, share, share, share, 10, 10, PairedDifference.OfShares(10, 10, 800), PairedDifference.OfShares(10, 10, 800),
            [.. Enumerable.Range(0, 10).Select(digit => new DigitComparison(digit, share, share, share))]);
    }
}
