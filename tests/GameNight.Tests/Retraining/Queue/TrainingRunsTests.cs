using GameNight.Retraining.Queue;

namespace GameNight.Tests.Retraining.Queue;

public sealed class TrainingRunsTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Cancel_AQueuedRun_NeverBegins()
    {
        var process = _fixture.StartProcess();
        var queued = await process.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(RunState.Cancelled, (await process.Runs.CancelAsync(queued.Id, default))!.State);
        Assert.True(await process.Worker.WorkAsync(default));
        Assert.Null((await process.Runs.FindAsync(queued.Id, default))!.StartedAt);
        Assert.Null(await process.Runs.CancelAsync("nothing", default));
    }

    [Fact]
    public async Task Watch_NoRunChanges_ListsThemOnce()
    {
        var process = _fixture.StartProcess();
        await process.Runs.QueueAsync("app-network", "a test", default);
        var calls = new List<string>();
        process.Documents.Before = calls.Add;
        for (var look = 0; look < 10; look++)
            Assert.Single(await process.Runs.WatchAsync(default));
        Assert.Equal(1, calls.Count(call => call == "ListAsync"));
        Assert.Equal(10, calls.Count(call => call == "FindAsync"));
    }

    [Fact]
    public async Task Watch_AnotherProcessQueuesChangesAndEndsARun_SeesEach()
    {
        var (here, there) = (_fixture.StartProcess(), _fixture.StartProcess());
        Assert.Empty(await here.Runs.WatchAsync(default));
        var run = await there.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(RunState.Queued, Assert.Single(await here.Runs.WatchAsync(default)).State);
        await there.Runs.ChangeAsync(run.Id, queued => queued with { State = RunState.Running, Progress = 0.5 }, default);
        Assert.Equal(0.5, Assert.Single(await here.Runs.WatchAsync(default)).Progress);
        await there.Worker.WorkAsync(default);
        Assert.True(Assert.Single(await here.Runs.WatchAsync(default)).HasEnded);
    }

    [Fact]
    public async Task Queue_AnAlgorithmQueuedAlready_ReturnsItsRun()
    {
        var process = _fixture.StartProcess();
        var first = await process.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(first.Id, (await process.Runs.QueueAsync("app-network", "another", default)).Id);
        Assert.NotEqual(first.Id, (await process.Runs.QueueAsync("app-xgboost", "another", default)).Id);
    }
}
