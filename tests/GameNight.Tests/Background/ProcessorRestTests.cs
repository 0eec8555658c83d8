using GameNight.Background;

namespace GameNight.Tests.Background;

public sealed class ProcessorRestTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Wait_OfAProcessThatWorks_BeginsWhenItStops()
    {
        var (worked, isWorking) = (TimeSpan.Zero, true);
        var resting = ProcessorRest.WaitAsync(
            () => worked += TimeSpan.FromMilliseconds(isWorking ? 500 : 50), _clock, CancellationToken.None);
        await _clock.PassUntilAsync(() => worked > TimeSpan.FromSeconds(5));
        Assert.False(resting.IsCompleted);
        isWorking = false;
        var stopped = _clock.GetUtcNow();
        await _clock.PassUntilAsync(() => resting.IsCompleted);
        await resting;
        Assert.InRange(_clock.GetUtcNow() - stopped, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Wait_OfAProcessThatEnds_IsCancelled()
    {
        using var ended = new CancellationTokenSource();
        var resting = ProcessorRest.WaitAsync(() => TimeSpan.Zero, _clock, ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resting);
    }
}
