using GameNight.Background;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;

namespace GameNight.Retraining;

/// <summary>Trains in the background: checks the triggers, executes queued runs, and judges trials.</summary>
public sealed partial class TrainingService(
    TrainingTriggers triggers, TrainingWorker worker, TrainingRuns runs, TrialJudge trials, TrainingOptions options, TimeProvider clock,
    ILogger<TrainingService> log)
    : PollingService("Training", options.Poll, clock, log)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var isIdle = await triggers.FindReasonAsync(cancellation) is null && (await runs.ListAsync(cancellation)).All(run => run.HasEnded);
        if (isIdle && !await trials.HasNewAsync(cancellation))
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
