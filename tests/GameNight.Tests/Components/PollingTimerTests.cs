using Bunit;
using GameNight.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Components;

public sealed class PollingTimerTests : BunitContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly FakeClock _clock = new();
    private int _turns;

    public PollingTimerTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task Turn_WhileShown_ComesAfterEachPause()
    {
        var start = _clock.GetUtcNow();
        Render(_ =>
        {
            Interlocked.Increment(ref _turns);
            return Task.CompletedTask;
        });
        Assert.Equal(0, _turns);
        await _clock.PassUntilAsync(() => Volatile.Read(ref _turns) == 3);
        Assert.Equal(start + 3 * Pause, _clock.GetUtcNow());
    }

    [Fact]
    public async Task Turn_PauseChanges_NextPauseIsTheNewOne()
    {
        var timer = Render(_ =>
        {
            Interlocked.Increment(ref _turns);
            return Task.CompletedTask;
        });
        timer.Render(parameters => parameters.Add(shown => shown.Pause, 5 * Pause));
        var start = _clock.GetUtcNow();
        await _clock.PassUntilAsync(() => Volatile.Read(ref _turns) == 2);
        Assert.Equal(start + 6 * Pause, _clock.GetUtcNow());
    }

    [Fact]
    public async Task Dispose_DuringATurn_CancelsItAndWaitsForItsEnd()
    {
        var (began, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var isCancelled = false;
        var timer = Render(async cancellation =>
        {
            began.SetResult();
            await mayEnd.Task;
            isCancelled = cancellation.IsCancellationRequested;
        });
        await _clock.PassUntilAsync(() => began.Task.IsCompleted);
        var disposing = timer.Instance.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        mayEnd.SetResult();
        await disposing;
        Assert.True(isCancelled);
    }

    [Fact]
    public async Task Turn_Fails_ReachesTheRenderer()
    {
        Render(_ => throw new InvalidOperationException("nobody foresaw this"));
        await _clock.PassUntilAsync(() => Renderer.UnhandledException.IsCompleted);
        Assert.Equal("nobody foresaw this", (await Renderer.UnhandledException).Message);
    }

    private IRenderedComponent<PollingTimer> Render(Func<CancellationToken, Task> turn) =>
        Render<PollingTimer>(parameters => parameters.Add(timer => timer.Pause, Pause).Add(timer => timer.Turn, turn));
}
