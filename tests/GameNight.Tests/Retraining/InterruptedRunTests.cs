using GameNight.Models;
using GameNight.Retraining.Queue;
using GameNight.Tests.Training.Examples;

namespace GameNight.Tests.Retraining;

/// <summary>What a run records that is stopped, or fails, while its version is published and activated.</summary>
public sealed class InterruptedRunTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(nameof(IModelRegistry.TryPublishAsync))]
    [InlineData(nameof(IModelRegistry.TryAppendAsync))]
    public async Task Work_StoppedOnceTheVersionIsPublishedOrActivated_IsRecordedAsActivated(string last)
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        using var stop = new CancellationTokenSource();
        _fixture.Registry.After = (call, _) => call == last ? stop.CancelAsync() : Task.CompletedTask;
        var process = _fixture.StartProcess();
        var queued = await process.Runs.QueueAsync("app-network", "a test", default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.Worker.WorkAsync(stop.Token));
        var run = (await process.Runs.FindAsync(queued.Id, default))!;
        Assert.True(run.State == RunState.Activated, run.Words);
        Assert.Equal(("3", "3"), (run.Version, await _fixture.ActiveAsync()));
        Assert.NotNull(run.Report);
    }

    [Fact]
    public async Task Work_ActivationFails_NamesThePublishedVersionAndNoPlaceOnTheServer()
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        _fixture.Registry.Before = (call, _) => call == nameof(IModelRegistry.TryAppendAsync)
            ? throw new ModelRegistryException("/a/place could not be written.", new IOException())
            : Task.CompletedTask;
        var run = await _fixture.StartProcess().RunAsync();
        Assert.Equal((RunState.Failed, "3", "2"), (run.State, run.Version, await _fixture.ActiveAsync()));
        Assert.Equal("Version 3 is published, but could not go into service or on trial; the log has the details.", run.Words);
    }

    [Fact]
    public async Task Work_PersonalNetworkFails_IsActivatedAllTheSame()
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        _fixture.Registry.Before = (call, algorithm) => (call, algorithm) == (nameof(IModelRegistry.TryPublishAsync), "personal")
            ? throw new InvalidModelException("/a/place is damaged.")
            : Task.CompletedTask;
        var run = await _fixture.StartProcess().RunAsync();
        Assert.Equal((RunState.Activated, "3", "3"), (run.State, run.Version, await _fixture.ActiveAsync()));
        Assert.EndsWith("The players’ own networks stay where they are; the log has the details.", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_FailsUnexpectedly_LeavesTheReasonToTheLog()
    {
        var run = await FailToPublishAsync(new IOException("/a/place could not be written."));
        Assert.Equal("It failed, and nothing changed: the log has the details.", run.Words);
    }

    [Fact]
    public async Task Work_FailsWithAMessageForPeople_ShowsIt()
    {
        var run = await FailToPublishAsync(new InvalidModelException("A version that came with the game is damaged."));
        Assert.Equal("It failed, and nothing changed: A version that came with the game is damaged.", run.Words);
    }

    private async Task<TrainingRun> FailToPublishAsync(Exception failure)
    {
        await _fixture.PlayAsync(60);
        _fixture.Registry.Before = (call, _) => call == nameof(IModelRegistry.TryPublishAsync) ? throw failure : Task.CompletedTask;
        var run = await _fixture.StartProcess().RunAsync();
        Assert.Equal((RunState.Failed, null), (run.State, run.Version));
        return run;
    }
}
