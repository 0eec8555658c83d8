using GameNight.Retraining.Queue;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Queue;

public sealed class RunNewsTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly RetrainingFixture _fixture = new();
    private readonly FakeClock _clock = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Ended_RunOfAnyProcess_IsNewsForThreeMinutes()
    {
        var runs = new TrainingRuns(_fixture.Documents, _fixture.Store, _clock);
        using var news = new RunNews(runs, Pause, _clock, NullLogger<RunNews>.Instance);
        var changes = 0;
        news.Changed += () => changes++;
        await news.StartAsync(default);
        var run = await runs.QueueAsync("app-xgboost", "a test", default);
        await EndAsync(runs, run, RunState.OnTrial);
        await _clock.PassUntilAsync(() => changes == 1);
        Assert.Equal(RunState.OnTrial, Assert.Single(news.Ended).State);
        // Its trial ends, too, and that is news again.
        await EndAsync(runs, run, RunState.Activated);
        await _clock.PassUntilAsync(() => changes == 2);
        Assert.Equal(RunState.Activated, Assert.Single(news.Ended).State);

        var ended = _clock.GetUtcNow();
        await _clock.PassUntilAsync(() => news.Ended.Count == 0);
        Assert.InRange(_clock.GetUtcNow() - ended, TimeSpan.FromMinutes(3) - 2 * Pause, TimeSpan.FromMinutes(3) + 2 * Pause);
        Assert.Equal(3, changes);
        await news.StopAsync(default);
    }

    private Task<TrainingRun?> EndAsync(TrainingRuns runs, TrainingRun run, RunState state) =>
        runs.ChangeAsync(run.Id, one => one with { State = state, EndedAt = _clock.GetUtcNow() }, default);
}
