using GameNight.Retraining;

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
        Assert.Equal("14 new answers", Assert.Single(await process.Runs.ListAsync(default)).Trigger);
        await process.Worker.WorkAsync(default);
        await _fixture.PlayAsync(9, seed: 3);
        await process.Triggers.QueueDueAsync(default);
        Assert.Single(await process.Runs.ListAsync(default));
    }

    [Fact]
    public async Task Triggers_LabelsFasterThanPeopleGiveThem_WaitForThePause()
    {
        var process = _fixture.StartProcess();
        await _fixture.PlayAsync(12);
        await process.Triggers.QueueDueAsync(default);
        await process.Worker.WorkAsync(default);
        var last = Assert.Single(await process.Runs.ListAsync(default)).QueuedAt;
        await _fixture.PlayAsync(12, seed: 2);
        var clock = new FakeClock();
        clock.Set(last + TimeSpan.FromSeconds(59));
        var triggers = new TrainingTriggers(
            process.Runs, process.Pipeline, new TrainingOptions { NewMarks = 10, Daily = null, Pause = TimeSpan.FromMinutes(1) }, clock);
        Assert.Null(await triggers.FindReasonAsync(await process.Runs.ListAsync(default), default));
        clock.Set(last + TimeSpan.FromSeconds(60));
        Assert.Equal("12 new answers", await triggers.FindReasonAsync(await process.Runs.ListAsync(default), default));
    }
}
