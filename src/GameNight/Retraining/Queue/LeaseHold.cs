using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>A lease that is held: it is renewed in the background until it is let go of or lost.</summary>
public sealed class LeaseHold : IAsyncDisposable
{
    private readonly Func<bool, long, CancellationToken, Task<bool>> _write;
    private readonly Func<CancellationToken, Task<long?>> _mine;
    private readonly CancellationTokenSource _letGo = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly ITimer _silence;
    private readonly TimeSpan _patience;
    private readonly Task _renewing;
    private long _revision;

    /// <param name="write">Writes over a revision: our name, or nobody's.</param>
    /// <param name="mine">The revision that is there, if it is ours.</param>
    /// <param name="revision">The one that was written to take it.</param>
    /// <param name="duration">So long a holder may be silent.</param>
    /// <param name="clock">This process's.</param>
    internal LeaseHold(Func<bool, long, CancellationToken, Task<bool>> write, Func<CancellationToken, Task<long?>> mine, long revision, TimeSpan duration, TimeProvider clock)
    {
        (_write, _mine, _revision, _patience, Lost) = (write, mine, revision, duration * 0.7, _lost.Token);
        // It rings whether the store answers or not: a beat that hangs does not make the lease any longer.
        _silence = clock.CreateTimer(_ => _lost.Cancel(), null, _patience, Timeout.InfiniteTimeSpan);
        _renewing = RenewAsync(duration, clock);
    }

    /// <summary>Cancelled before another may have it: what it protects must stop.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await _letGo.CancelAsync();
        await _renewing;
        await _silence.DisposeAsync();
        try
        {
            // The next one need not wait for our silence. A beat that was cut short may have been written all the same.
            if (!Lost.IsCancellationRequested && !await _write(false, _revision, CancellationToken.None) && await _mine(CancellationToken.None) is { } revision)
                await _write(false, revision, CancellationToken.None);
        }
        catch (StoreException)
        {
            // It runs out by itself; what went wrong with the store is told by whoever works with it.
        }

        _letGo.Dispose();
        _lost.Dispose();
    }

    /// <summary>Three beats fit into the duration. One that the store does not take is made up for by the next.</summary>
    private async Task RenewAsync(TimeSpan duration, TimeProvider clock)
    {
        // A beat comes when its time has come, however long the store took for the one before.
        using var timer = new PeriodicTimer(duration / 4, clock);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(_letGo.Token, Lost);
        await PollingLoop.RunAsync(async waiting => await timer.WaitForNextTickAsync(waiting), _ => BeatAsync(clock), held.Token);
    }

    private async Task BeatAsync(TimeProvider clock)
    {
        var asked = clock.GetTimestamp();
        if (await TryRenewAsync() is not { } isOurs)
            return;
        if (!isOurs)
        {
            await _lost.CancelAsync();
            return;
        }

        // Whoever waits counts from when they saw it, which is not before it was asked for.
        var left = _patience - clock.GetElapsedTime(asked);
        _silence.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <returns>Null where the store does not answer.</returns>
    private async Task<bool?> TryRenewAsync()
    {
        try
        {
            if (!await _write(true, _revision, _letGo.Token))
            {
                // A beat whose answer was lost has moved it on.
                if (await _mine(_letGo.Token) is not { } revision)
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
