namespace GameNight.Background;

/// <summary>
/// A service that does its work in turns as long as the host runs. A turn that fails, whatever the reason, stops neither the
/// service nor the host: the next turn tries again. Of a row of failures the log has the first of each type of exception, and the success
/// that ends the row.
/// </summary>
/// <param name="work">What a turn does, for the log: a phrase such as "Counting the observations".</param>
/// <param name="pause">Between two turns, unless <see cref="PauseAsync"/> says otherwise.</param>
/// <param name="clock">The clock that times the pauses.</param>
/// <param name="log">For what fails.</param>
/// <param name="changes">Tells whether a turn has anything to look at; null where every turn has to look.</param>
public abstract partial class PollingService(
    string work, TimeSpan pause, TimeProvider clock, ILogger log, FolderSignal? changes = null) : BackgroundService
{
    /// <summary>The clock that times the pauses.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Completes when <see cref="ExecuteAsync"/> has begun.</summary>
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The types of exception that the log has of the row of failures that goes on.
    private readonly HashSet<Type> _logged = [];

    // What the latest turn has seen, or more: whatever is written after this version is the next turn's.
    private long _seen;

    /// <summary>How many turns have failed since the last one that did not.</summary>
    protected int Failures { get; private set; }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        // Cancelled before its loop runs, a service would end with an exception, so the host sees a running loop or none.
        await Task.WhenAny(_running.Task, ExecuteTask!);
    }

    /// <summary>Comes back when it is time for the next turn.</summary>
    protected virtual async Task PauseAsync(CancellationToken cancellation)
    {
        await Task.Delay(pause, Clock, cancellation);
        await ChangeAsync(cancellation);
    }

    /// <summary>
    /// Comes back when something may have changed since the latest turn: at once where no signal tells, or where that turn failed.
    /// </summary>
    protected Task ChangeAsync(CancellationToken cancellation) =>
        changes is null || Failures > 0 ? Task.CompletedTask : changes.WaitAsync(_seen, Clock, cancellation);

    /// <summary>The work of one turn.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellation);

    /// <summary>Writes a failure into the log: the first of its type in a row of failures.</summary>
    protected virtual void OnFailing(Exception exception) => LogFailed(work, exception);

    /// <summary>
    /// Ends without an exception when cancelled: a host that is disposed without being stopped would log one as a failure.
    /// </summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _running.TrySetResult();
        return PollingLoop.RunAsync(PauseAsync, TryTurnAsync, stoppingToken);
    }

    private async Task TryTurnAsync(CancellationToken cancellation)
    {
        _seen = changes?.Version ?? 0;
        try
        {
            await TurnAsync(cancellation);
            if (Failures > 0)
                LogWorks(work);
            Failures = 0;
            _logged.Clear();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Failures++;
            if (_logged.Add(e.GetType()))
                OnFailing(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed. It is tried again until it succeeds; the game goes on meanwhile.")]
    private partial void LogFailed(string work, Exception exception);

    [LoggerMessage(LogLevel.Information, "{Work} works again.")]
    private partial void LogWorks(string work);
}
