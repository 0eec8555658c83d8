using GameNight.Commands;
using GameNight.Tests.Retraining;

namespace GameNight.Tests.Commands;

public sealed class RetrainProgressTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();
    private readonly FakeClock _clock = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Watch_StoreFails_GoesOnUntilItIsCancelled()
    {
        var process = _fixture.StartProcess();
        var run = await process.Runs.QueueAsync("app-network", "a test", default);
        var shown = 0;
        using var done = new CancellationTokenSource();
        var watching = new RetrainProgress(process.Runs, [run.Id], _clock).WatchAsync(_ => Interlocked.Increment(ref shown), done.Token);
        await _clock.PassUntilAsync(() => Volatile.Read(ref shown) > 0);
        process.Documents.Kill();
        // When the second pause is over, the update after the first has failed.
        var end = _clock.GetUtcNow() + 2 * RetrainProgress.Interval;
        await _clock.PassUntilAsync(() => watching.IsCompleted || _clock.GetUtcNow() >= end);
        Assert.False(watching.IsCompleted);
        await done.CancelAsync();
        await watching;
    }
}
