using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Retraining.Trial;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Retraining;

/// <summary>One of the processes that share a store, with its own parts of the retraining.</summary>
internal sealed record RetrainingProcess(
    InterceptedDocumentStore Documents, ReviewDecisions Decisions, TrainingRuns Runs, RetrainingPipeline Pipeline, TrainingWorker Worker,
    TrainingTriggers Triggers, Trials Trials, TrialJudge Judge)
{
    /// <summary>Queues a run of the network and executes it.</summary>
    /// <returns>The run once it has ended.</returns>
    public async Task<TrainingRun> RunAsync()
    {
        var queued = await Runs.QueueAsync("app-network", "a test", default);
        Assert.True(await Worker.WorkAsync(default));
        return (await Runs.FindAsync(queued.Id, default))!;
    }
}
