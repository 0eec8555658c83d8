using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>A lease that this process holds. It is renewed in the background until it is disposed or lost.</summary>
public sealed class LeaseHold : IAsyncDisposable
{
    private readonly Func<bool, long, CancellationToken, Task<bool>> _write;
    private readonly Func<CancellationToken, Task<long?>> _findMine;
    private readonly CancellationTokenSource _disposing = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly ITimer _silence;
    private readonly TimeSpan _timeout;
    private readonly Task _renewing;
    private long _revision;

    /// <param name="write">Replaces a revision: true keeps the lease, false frees it. Returns false if another one is stored.</param>
    /// <param name="findMine">Finds the stored revision; null where it is not of this holder.</param>
    /// <param name="revision">The revision that was written to take the lease.</param>
    /// <param name="duration">How long a holder may be silent.</param>
    /// <param name="clock">This process's clock.</param>
    internal LeaseHold(
        Func<bool, long, CancellationToken, Task<bool>> write, Func<CancellationToken, Task<long?>> findMine, long revision,
        TimeSpan duration, TimeProvider clock)
    {
        (_write, _findMine, _revision, _timeout, Lost) = (write, findMine, revision, duration * 0.7, _lost.Token);
        // The timer runs whether the store answers or not: a renewal that hangs does not prolong the lease.
        _silence = clock.CreateTimer(_ => _lost.Cancel(), null, _timeout, Timeout.InfiniteTimeSpan);
        _renewing = RenewAsync(duration, clock);
    }

    /// <summary>Cancelled before another process may take the lease: what it protects must stop.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await _disposing.CancelAsync();
        try
        {
            await _renewing;
        }
        finally
        {
            await _silence.DisposeAsync();
            await TryFreeAsync();
            _disposing.Dispose();
            _lost.Dispose();
        }
    }

    private async Task TryFreeAsync()
    {
        try
        {
            // Freeing the lease spares the next holder the wait for the duration.
            if (!Lost.IsCancellationRequested)
                await FreeAsync();
        }
        catch (StoreException)
        {
            // The lease runs out by itself, and the store's failure is reported by the work that needs the store.
        }
    }

    private async Task FreeAsync()
    {
        // A renewal that was cancelled may have been written all the same: then the revision is a later one.
        if (!await _write(false, _revision, CancellationToken.None) && await _findMine(CancellationToken.None) is { } revision)
            await _write(false, revision, CancellationToken.None);
    }

    /// <summary>Three renewals fit into the duration, so that the lease survives one that fails.</summary>
    private async Task RenewAsync(TimeSpan duration, TimeProvider clock)
    {
        // A renewal is due at its time, however long the store took for the one before.
        using var timer = new PeriodicTimer(duration / 4, clock);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(_disposing.Token, Lost);
        await PollingLoop.RunAsync(async waiting => await timer.WaitForNextTickAsync(waiting), _ => RenewOnceAsync(clock), held.Token);
    }

    private async Task RenewOnceAsync(TimeProvider clock)
    {
        var requested = clock.GetTimestamp();
        if (await TryRenewAsync() is not { } isOurs)
            return;
        if (!isOurs)
        {
            await _lost.CancelAsync();
            return;
        }

        // A waiting process counts from when it saw the renewal, which is not before the renewal was requested.
        var left = _timeout - clock.GetElapsedTime(requested);
        _silence.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <returns>Whether this process still holds the lease; null where the store does not answer.</returns>
    private async Task<bool?> TryRenewAsync()
    {
        try
        {
            if (!await _write(true, _revision, _disposing.Token))
            {
                // A renewal whose answer was lost has changed the revision.
                if (await _findMine(_disposing.Token) is not { } revision)
                    return false;
                _revision = revision;
                return true;
            }

            _revision++;
            return true;
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
