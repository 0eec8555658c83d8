using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Tests.Retraining.Queue;

namespace GameNight.Tests.Retraining;

internal sealed record RetrainingProcess(MortalDocuments Documents, ReviewDecisions Decisions, TrainingRuns Runs, RetrainingPipeline Retrainer, TrainingWorker Trainer, TrainingTriggers Triggers)
{
    public async Task<TrainingRun> RunAsync()
    {
        var queued = await Runs.QueueAsync("app-network", "a test", default);
        Assert.True(await Trainer.WorkAsync(default));
        return (await Runs.FindAsync(queued.Id, default))!;
    }
}
