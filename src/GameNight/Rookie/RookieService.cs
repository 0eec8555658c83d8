using System.Threading.Channels;
using GameNight.Background;
using GameNight.Play.Rounds;

namespace GameNight.Rookie;

/// <summary>
/// Lets the rookie learn in the background: at once what is labelled here, and within a second what is labelled elsewhere.
/// </summary>
public sealed class RookieService(RookieTrainer trainer, PlayService plays, TimeProvider clock, ILogger<RookieService> log)
    : PollingService("Teaching the rookie", Interval, clock, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How long the start waits, so that a rookie that was taught does not begin by guessing as if it knew nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
        var interval = Task.Delay(Interval, Clock, waiting.Token);
        // After a failure, a label is no reason to hurry.
        await (Failures > 0 ? interval : Task.WhenAny(interval, _labelled.Reader.ReadAsync(waiting.Token).AsTask()));
        await waiting.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        try
        {
            await trainer.CatchUpAsync(cancellation);
        }
        finally
        {
            _hasStarted.TrySetResult();
        }
    }

    private void OnLabelled() => _labelled.Writer.TryWrite(true);
}
