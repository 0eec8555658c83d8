namespace GameNight.Tests.Retraining;

public sealed class TrainingTriggersTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Triggers_EnoughNewLabels_QueueOnceAndThenCountAnew()
    {
        var process = _fixture.StartProcess();
        await _fixture.PlayAsync(9);
        await process.Triggers.QueueDueAsync(default);
        Assert.Empty(await process.Runs.ListAsync(default));
        await _fixture.PlayAsync(5, seed: 2);
        await process.Triggers.QueueDueAsync(default);
        await process.Triggers.QueueDueAsync(default);
        Assert.Equal("14 new marks", Assert.Single(await process.Runs.ListAsync(default)).Trigger);
        await process.Worker.WorkAsync(default);
        await _fixture.PlayAsync(9, seed: 3);
        await process.Triggers.QueueDueAsync(default);
        Assert.Single(await process.Runs.ListAsync(default));
    }
}
