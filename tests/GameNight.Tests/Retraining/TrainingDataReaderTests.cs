using GameNight.Identity.Erasure;
using GameNight.Retraining.Queue;

namespace GameNight.Tests.Retraining;

public sealed class TrainingDataReaderTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Read_TwoRunsOfOneTrigger_ReadsAndReviewsOnce()
    {
        await _fixture.PlayAsync(60);
        var process = _fixture.StartProcess();
        var runs = (await QueueAsync(process, "app-network"), await QueueAsync(process, "app-xgboost"));
        var (reader, stages) = (process.Pipeline.NewReader(), new List<RunStage>());
        var first = await reader.ReadAsync(runs.Item1, 0, Report, default);
        Assert.Equal(60, first.Counts.Labelled);
        Assert.Contains(RunStage.Reviewing, stages);
        stages.Clear();
        Assert.Same(first, await reader.ReadAsync(runs.Item2, 0, Report, default));
        Assert.Empty(stages);

        void Report(RunStage stage, double share, string words) => stages.Add(stage);
    }

    [Fact]
    public async Task Read_RunQueuedAfterTheReading_SeesWhatWasLabelledUntilThen()
    {
        await _fixture.PlayAsync(60);
        var process = _fixture.StartProcess();
        var reader = process.Pipeline.NewReader();
        await reader.ReadAsync(await QueueAsync(process, "app-network"), 0, (_, _, _) => { }, default);
        await _fixture.PlayAsync(10, seed: 2);
        var later = await reader.ReadAsync(await QueueAsync(process, "app-xgboost"), 0, (_, _, _) => { }, default);
        Assert.Equal(70, later.Counts.Labelled);
    }

    [Fact]
    public async Task Read_APlayerAskedForADeletionSince_ReadsAgain()
    {
        await _fixture.PlayAsync(60);
        var process = _fixture.StartProcess();
        var runs = (await QueueAsync(process, "app-network"), await QueueAsync(process, "app-xgboost"));
        var reader = process.Pipeline.NewReader();
        var first = await reader.ReadAsync(runs.Item1, 0, (_, _, _) => { }, default);
        using var erasures = new Erasures(_fixture.Documents, TimeProvider.System);
        await erasures.RequestAsync("somebody", default);
        var revision = await process.Decisions.ReadErasureRevisionAsync(default);
        Assert.NotSame(first, await reader.ReadAsync(runs.Item2, revision, (_, _, _) => { }, default));
    }

    private static Task<TrainingRun> QueueAsync(RetrainingProcess process, string algorithm) =>
        process.Runs.QueueAsync(algorithm, "a test", default);
}
