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
    public async Task Queue_AnAlgorithmQueuedAlready_ReturnsItsRun()
    {
        var process = _fixture.StartProcess();
        var first = await process.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(first.Id, (await process.Runs.QueueAsync("app-network", "another", default)).Id);
        Assert.NotEqual(first.Id, (await process.Runs.QueueAsync("app-xgboost", "another", default)).Id);
    }
}
