using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Scoreboard.Projection;

/// <summary>Keeps the scoreboard up to date by polling the store for changes.</summary>
public sealed class ProjectionService(
    ScoreboardProjection projection, TimeProvider clock, ILogger<ProjectionService> log, StoreSignal? changes = null)
    : PollingService("Counting the observations for the scoreboard", IdleInterval, clock, log, changes)
{
    /// <summary>The interval while a page shows the scoreboard. Within it, a new label moves the charts.</summary>
    private static readonly TimeSpan WatchedInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The interval while no page does, or after a failure. A page that opens polls by itself first.</summary>
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(4);

    private bool _hasStarted;

    /// <summary>Returns at once before the first turn. A page that opens during a long pause ends it.</summary>
    protected override async Task PauseAsync(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; _hasStarted && waited < IdleInterval; waited += WatchedInterval)
        {
            await Task.Delay(WatchedInterval, Clock, cancellation);
            if (projection.IsWatched && Failures == 0)
                break;
        }

        if (_hasStarted)
            await ChangeAsync(cancellation);
        _hasStarted = true;
    }

    protected override Task TurnAsync(CancellationToken cancellation) => projection.CatchUpAsync(cancellation);
}
