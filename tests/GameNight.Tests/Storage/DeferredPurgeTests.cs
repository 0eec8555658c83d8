using GameNight.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Storage;

public sealed class DeferredPurgeTests
{
    private readonly FakeClock _clock = new();
    private int _attempts;
    private bool _isFull = true;

    [Fact]
    public async Task Try_DiskFull_TriesAgainAfterMinutes()
    {
        var purge = new DeferredPurge(PurgeAsync, _clock, NullLogger.Instance);
        await purge.TryAsync(default);
        await purge.TryAsync(default);
        Assert.Equal((1, true, false), (_attempts, purge.IsOwed, purge.IsRetryDue));

        _clock.Set(_clock.GetUtcNow().AddMinutes(1));
        Assert.True(purge.IsRetryDue);
        await purge.TryAsync(default);
        Assert.Equal((2, false), (_attempts, purge.IsRetryDue));

        _isFull = false;
        _clock.Set(_clock.GetUtcNow().AddMinutes(2));
        await purge.TryAsync(default);
        Assert.Equal((3, false, false), (_attempts, purge.IsOwed, purge.IsRetryDue));
    }

    [Fact]
    public async Task Try_NothingDeletedSince_DoesNothing()
    {
        _isFull = false;
        var purge = new DeferredPurge(PurgeAsync, _clock, NullLogger.Instance);
        await purge.TryAsync(default);
        await purge.TryAsync(default);
        Assert.Equal(1, _attempts);
        purge.Owe();
        await purge.TryAsync(default);
        Assert.Equal(2, _attempts);
    }

    private Task PurgeAsync(CancellationToken cancellation)
    {
        _attempts++;
        return _isFull ? Task.FromException(new StoreException("The disk is full.")) : Task.CompletedTask;
    }
}
