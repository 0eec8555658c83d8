namespace GameNight.Background;

/// <summary>
/// A service that does its work in turns as long as the host runs. A turn that fails, whatever the reason, stops neither the
/// service nor the host: the next turn tries again. The log has the first failure of a row and the success that ends it.
/// </summary>
/// <param name="work">What a turn does, for the log: a phrase such as "Counting the observations".</param>
/// <param name="pause">Between two turns, unless <see cref="PauseAsync"/> says otherwise.</param>
/// <param name="clock">By which the pauses pass.</param>
/// <param name="log">For what fails.</param>
public abstract partial class PollingService(string work, TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>By which the pauses pass.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Completes when the loop runs.</summary>
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many turns have failed since the last one that did not.</summary>
    protected int Failures { get; private set; }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        // Cancelled before its loop runs, a service would end with an exception: the host is to find it running, or not at all.
        await Task.WhenAny(_running.Task, ExecuteTask!);
    }

    /// <summary>Comes back when it is time for the next turn.</summary>
    protected virtual Task PauseAsync(CancellationToken cancellation) => Task.Delay(pause, Clock, cancellation);

    /// <summary>The work of one turn.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellation);

    /// <summary>Writes the first failure of a row into the log.</summary>
    protected virtual void OnFailing(Exception exception) => LogFailed(work, exception);

    /// <summary>
    /// Ends without an exception when it is cancelled, which a host that is disposed of without having been stopped takes for a failure.
    /// </summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _running.SetResult();
        return PollingLoop.RunAsync(PauseAsync, TryTurnAsync, stoppingToken);
    }

    private async Task TryTurnAsync(CancellationToken cancellation)
    {
        try
        {
            await TurnAsync(cancellation);
            if (Failures > 0)
                LogWorks(work);
            Failures = 0;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            if (Failures++ == 0)
                OnFailing(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed. It is tried again until it succeeds; the game goes on meanwhile.")]
    private partial void LogFailed(string work, Exception exception);

    [LoggerMessage(LogLevel.Information, "{Work} works again.")]
    private partial void LogWorks(string work);
}
