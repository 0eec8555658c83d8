using GameNight.Retraining;
using GameNight.Retraining.Queue;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Retraining;

public sealed class TrainingServiceTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();
    private readonly FakeClock _clock = new();
    private readonly LogRecorder _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public async Task Turn_ARunIsQueued_ExecutesIt()
    {
        var process = _fixture.StartProcess();
        var run = await process.Runs.QueueAsync("app-network", "a test", default);
        using var service = await StartAsync(process);
        await Eventually.TrueAsync(async () => (await process.Runs.FindAsync(run.Id, default))!.HasEnded);
        await service.StopAsync(default);
        Assert.Equal(RunState.Refused, (await process.Runs.FindAsync(run.Id, default))!.State);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Turn_NothingToDo_ReadsTwoSmallDocumentsAndNoList()
    {
        var process = _fixture.StartProcess();
        await process.RunAsync();
        await process.Runs.WatchAsync(default);
        var calls = new List<string>();
        process.Documents.Before = call =>
        {
            lock (calls)
                calls.Add(call);
        };
        using var service = await StartAsync(process);
        var due = _clock.GetUtcNow() + new TrainingOptions().Poll;
        await Eventually.TrueAsync(() => _clock.IsSetTo(due));
        await service.StopAsync(default);
        Assert.Equal(["FindAsync", "FindAsync"], calls);
    }

    [Fact]
    public async Task Turn_StoreFails_IsLoggedAndTheServiceGoesOn()
    {
        var process = _fixture.StartProcess();
        process.Documents.Kill();
        using var service = await StartAsync(process);
        await Eventually.TrueAsync(() => _log.Lines.Count > 0);
        Assert.False(service.ExecuteTask!.IsCompleted);
        await service.StopAsync(default);
        Assert.StartsWith("Error: Training failed.", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DuringARun_SaysSoInTheRunAndIsSilent()
    {
        await _fixture.PlayAsync(300);
        var process = _fixture.StartProcess(isHeld: true);
        var run = await process.Runs.QueueAsync("app-network", "a test", default);
        using var service = await StartAsync(process);
        await Eventually.TrueAsync(async () => (await process.Runs.FindAsync(run.Id, default))!.Stage == RunStage.Learning);
        await service.StopAsync(default);
        var stopped = (await process.Runs.FindAsync(run.Id, default))!;
        Assert.Equal((RunState.Failed, "The game was shut down in the middle. Nothing changed."), (stopped.State, stopped.Words));
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(_log.Lines);
    }

    /// <summary>Starts the service and lets its first pause pass.</summary>
    private async Task<TrainingService> StartAsync(RetrainingProcess process)
    {
        var options = new TrainingOptions();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
        var service = new TrainingService(
            process.Triggers, process.Worker, process.Runs, process.Judge, options, _clock, logs.CreateLogger<TrainingService>());
        var due = _clock.GetUtcNow() + options.Poll;
        await service.StartAsync(default);
        await Eventually.TrueAsync(() => _clock.IsSetTo(due));
        _clock.Pass(options.Poll);
        return service;
    }
}
