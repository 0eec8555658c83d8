using System.Threading.Channels;
using GameNight.Background;
using GameNight.Identity.Erasure;
using GameNight.Storage;

namespace GameNight.Observations.Erasure;

/// <summary>
/// Carries out in the background what players asked this game to delete, at once; has what they asked other games forgotten here, within
/// seconds; and deletes once a day what is older than it is kept.
/// </summary>
public sealed class ErasureService(
    ErasureSweep sweep, Erasures erasures, Retention retention, TimeProvider clock, ILogger<ErasureService> log,
    StoreSignal? changes = null)
    : PollingService("Deleting drawings", Interval, clock, log, changes)
{
    /// <summary>How often the requests to other games are looked at.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ExpiryInterval = TimeSpan.FromDays(1);

    // Deleting reads every drawing and writes the file anew, and everybody may ask for it, again and again under new names: however many
    // do, those who play wait for it a tenth of the time at most.
    private readonly Rest _rest = new(clock, TimeSpan.FromMinutes(10), forWork: 10);

    // However many requests come during a turn, the next one takes them all. The first turn comes without a pause.
    private readonly Channel<bool> _requested = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private ErasureList? _handled;
    private long? _expired;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        erasures.Requested += OnRequested;
        OnRequested();
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        erasures.Requested -= OnRequested;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task PauseAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var interval = base.PauseAsync(waiting.Token);
        await (Failures > 0 ? interval : Task.WhenAny(interval, _requested.Reader.ReadAsync(waiting.Token).AsTask()));
        await waiting.CancelAsync();
        await _rest.WaitAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        await erasures.RefreshAsync(cancellation);
        if (sweep.IsPurgeDue)
            await sweep.PurgeAsync(cancellation);
        var known = erasures.Current;
        var isExpiryDue = retention.IsLimited && (_expired is not { } last || Clock.GetElapsedTime(last) >= ExpiryInterval);
        if (!isExpiryDue && erasures.DueIn(known).Count == 0 && ReferenceEquals(known, _handled))
            return;
        _rest.Begin();
        try
        {
            await sweep.RunAsync(isExpiryDue, cancellation);
        }
        finally
        {
            _rest.End();
        }

        _handled = known;
        if (isExpiryDue)
            _expired = Clock.GetTimestamp();
    }

    private void OnRequested() => _requested.Writer.TryWrite(true);
}
