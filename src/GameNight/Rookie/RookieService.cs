using System.Threading.Channels;
using GameNight.Background;
using GameNight.Play.Rounds;
using GameNight.Scoreboard.Projection;

namespace GameNight.Rookie;

/// <summary>
/// Lets the rookie learn in the background: at once what is labelled here, and within seconds what is labelled elsewhere. The latter it
/// hears from the scoreboard, so that of both only one asks the store for changes.
/// </summary>
public sealed class RookieService(
    RookieTrainer trainer, PlayService plays, ScoreboardProjection projection, TimeProvider clock, ILogger<RookieService> log)
    : PollingService("Teaching the rookie", Interval, clock, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The same while nobody plays.</summary>
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(4);

    /// <summary>How long the start waits, so that a rookie that was taught does not begin by guessing as if it knew nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long every turn looks after a label was set here, which may wait in the outbox for a while, and how long turns come soon after
    /// anything was counted.
    /// </summary>
    private static readonly TimeSpan Attention = TimeSpan.FromSeconds(10);

    // At a party, with forty marks a second, guesses come at once all the same. A mark alone waits for nothing.
    private readonly Rest _rest = new(clock, TimeSpan.FromMilliseconds(400));

    private long _labelledAt = clock.GetTimestamp();
    private long _counted = -1;
    private long _countedAt = clock.GetTimestamp();

    private readonly TaskCompletionSource _hasStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // However many labels are set during a turn, the next one learns them all.
    private readonly Channel<bool> _labelled = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        plays.Labelled += OnLabelled;
        await base.StartAsync(cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_hasStarted.Task, Task.Delay(Patience, Clock, waiting.Token));
        await waiting.CancelAsync();
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        plays.Labelled -= OnLabelled;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task PauseAsync(CancellationToken cancellation)
    {
        if (!_hasStarted.Task.IsCompleted)
            return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var interval = Task.Delay(IsRecent(ref _labelledAt) || IsRecent(ref _countedAt) ? Interval : IdleInterval, Clock, waiting.Token);
        // After a failure, a label is no reason to hurry.
        await (Failures > 0 ? interval : Task.WhenAny(interval, _labelled.Reader.ReadAsync(waiting.Token).AsTask()));
        await waiting.CancelAsync();
        await _rest.WaitAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        _rest.Begin();
        try
        {
            // Before the reading: what comes meanwhile is the next turn's.
            var counted = projection.Revision;
            var isNew = counted != _counted || Failures > 0 || IsRecent(ref _labelledAt);
            await trainer.CatchUpAsync(isNew, cancellation);
            if (counted != _counted)
                _countedAt = Clock.GetTimestamp();
            _counted = counted;
        }
        finally
        {
            _rest.End();
            _hasStarted.TrySetResult();
        }
    }

    private bool IsRecent(ref long moment) => Clock.GetElapsedTime(Volatile.Read(ref moment)) < Attention;

    private void OnLabelled()
    {
        Volatile.Write(ref _labelledAt, Clock.GetTimestamp());
        _labelled.Writer.TryWrite(true);
    }
}
