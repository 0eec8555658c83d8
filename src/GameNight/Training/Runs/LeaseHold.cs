using GameNight.Observations;

namespace GameNight.Training.Runs;

/// <summary>A lease that is held: it is renewed in the background until it is let go of or lost.</summary>
public sealed class LeaseHold : IAsyncDisposable
{
    private readonly Func<bool, long, CancellationToken, Task<bool>> _write;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _letGo = new();
    private readonly Task _renewing;
    private long _revision;

    internal LeaseHold(Func<bool, long, CancellationToken, Task<bool>> write, long revision, TimeSpan duration, TimeProvider clock)
    {
        (_write, _revision) = (write, revision);
        Lost = _lost.Token;
        _renewing = RenewAsync(duration, clock);
    }

    /// <summary>Cancelled as soon as another may have it: what it protects must stop.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await _letGo.CancelAsync();
        await _renewing;
        try
        {
            // The next one need not wait for our silence.
            if (!Lost.IsCancellationRequested)
                await _write(false, _revision, CancellationToken.None);
        }
        catch (ObservationStoreException)
        {
            // It runs out by itself; what went wrong with the store is told by whoever works with it.
        }

        _letGo.Dispose();
        _lost.Dispose();
    }

    /// <summary>Three beats fit into the duration. One that the store does not take is made up for by the next, until there is no time left.</summary>
    private async Task RenewAsync(TimeSpan duration, TimeProvider clock)
    {
        var renewed = clock.GetTimestamp();
        using var timer = new PeriodicTimer(duration / 4, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_letGo.Token))
            {
                var asked = clock.GetTimestamp();
                if (await TryRenewAsync() is not { } isOurs)
                    isOurs = clock.GetElapsedTime(renewed) < duration * 0.7;
                else
                    renewed = asked;
                if (!isOurs)
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is let go of.
        }
    }

    /// <returns>Null where the store does not answer.</returns>
    private async Task<bool?> TryRenewAsync()
    {
        try
        {
            if (!await _write(true, _revision, _letGo.Token))
                return false;
            _revision++;
            return true;
        }
        catch (ObservationStoreException)
        {
            return null;
        }
    }
}
