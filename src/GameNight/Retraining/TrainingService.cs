using GameNight.Background;
using GameNight.Retraining.Queue;

namespace GameNight.Retraining;

/// <summary>LEARN, in the background: looks at the triggers and works off the queue, while the game goes on.</summary>
public sealed partial class TrainingService(
    TrainingTriggers triggers, TrainingWorker trainer, TrainingRuns runs, TrainingOptions options, TimeProvider clock, ILogger<TrainingService> log)
    : PollingService("Training", options.Poll, clock, log)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await triggers.FindReasonAsync(cancellation) is null && (await runs.ListAsync(cancellation)).All(run => run.HasEnded))
            return;
        try
        {
            await trainer.WorkAsync(triggers.PullAsync, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogLost();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another trainer has taken the lease; this one has stopped")]
    private partial void LogLost();
}
