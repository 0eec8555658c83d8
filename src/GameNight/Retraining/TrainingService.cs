using GameNight.Background;
using GameNight.Retraining.Queue;

namespace GameNight.Retraining;

/// <summary>Trains in the background: checks the triggers, and executes queued runs.</summary>
public sealed partial class TrainingService(
    TrainingTriggers triggers, TrainingWorker worker, TrainingRuns runs, TrainingOptions options, TimeProvider clock,
    ILogger<TrainingService> log)
    : PollingService("Training", options.Poll, clock, log)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await triggers.FindReasonAsync(cancellation) is null && (await runs.ListAsync(cancellation)).All(run => run.HasEnded))
            return;
        try
        {
            await worker.WorkAsync(triggers.QueueDueAsync, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogLost();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The training lease was lost; the run that this process executed has stopped")]
    private partial void LogLost();
}
