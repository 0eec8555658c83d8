using GameNight.Background;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Storage;

namespace GameNight.Retraining;

/// <summary>Trains in the background: checks the triggers, executes queued runs, and judges trials.</summary>
public sealed partial class TrainingService(
    TrainingTriggers triggers, TrainingWorker worker, TrainingRuns runs, TrialJudge trials, TrainingOptions options, TimeProvider clock,
    ILogger<TrainingService> log, StoreSignal? changes = null)
    : PollingService("Training", options.Poll, clock, log, changes)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var known = await runs.WatchAsync(cancellation);
        var isIdle = known.All(run => run.HasEnded) && await triggers.FindReasonAsync(known, cancellation) is null;
        // Each trial has its run, so without one nobody need ask for trials.
        if (isIdle && !(known.Any(run => run.State == RunState.OnTrial) && await trials.HasNewAsync(cancellation)))
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
