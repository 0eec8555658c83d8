using GameNight.Retraining.Queue;

namespace GameNight.Retraining;

/// <summary>LEARN, in the background: looks at the triggers and works off the queue, while the game goes on.</summary>
public sealed partial class TrainingService(TrainingTriggers triggers, TrainingWorker trainer, TrainingRuns runs, TrainingOptions options, TimeProvider clock, ILogger<TrainingService> log) : BackgroundService
{
    private bool _trouble;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Poll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TurnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The evening is over.
        }
    }

    private async Task TurnAsync(CancellationToken cancellation)
    {
        try
        {
            if (await triggers.FindReasonAsync(cancellation) is not null || (await runs.ListAsync(cancellation)).Any(run => !run.HasEnded))
                await trainer.WorkAsync(triggers.PullAsync, cancellation);
            _trouble = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The store is away, or something is wrong with a run: the game goes on, and the next turn tries again.
            if (!_trouble)
                LogTrouble(e);
            _trouble = true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogLost();
        }
    }

    [LoggerMessage(LogLevel.Error, "Nothing can be learned at present; the game goes on")]
    private partial void LogTrouble(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Another trainer has taken the lease; this one has stopped")]
    private partial void LogLost();
}
