using GameNight.Identity.Erasure;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Tests.Training.Examples;

namespace GameNight.Tests.Retraining;

public sealed class TrainingWorkerTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Work_AHabitOfAllPlayers_IsLearnedAndTheVersionActivated()
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        var run = await _fixture.StartProcess().RunAsync();
        Assert.True(run.State == RunState.Activated, run.Words);
        Assert.Equal((run.Version, 1.0), (await _fixture.ActiveAsync(), run.Progress));

        var key = new ModelKey("app-network", run.Version!);
        var report = TrainingReport.Parse(await _fixture.Library.ReadFileAsync(key, TrainingReport.FileName, default));
        Assert.Equal((run.Id, "app-network", "a test"), (report.Run, report.Algorithm, report.Trigger));
        Assert.Equal(("2", "1"), (report.Replaces, report.First));
        Assert.Equal((300, 300), (report.Rows.Observations, report.Rows.Labelled));
        Assert.Equal(300, report.Rows.LearnedFrom + report.Rows.Rejected.Values.Sum());
        Assert.Equal((report.Rows.LearnedFrom, 6), (report.Rows.JudgedOn, report.Rows.HeldOutPlayers));
        Assert.Equal(["held-out", "trusted-ink", "guard"], report.Comparisons.Select(comparison => comparison.Set));
        Assert.True(report.Comparisons[0].Candidate.Correct > report.Comparisons[0].Active.Correct);
        Assert.True(report is { Decision.Activates: true, Seconds: > 0, ProcessorSeconds: > 0, Dollars: > 0 });
        var activation = (await _fixture.Library.FindAsync("app-network", default)).Activations.Single();
        Assert.Equal(("retrain", "2"), (activation.By, activation.From));
    }

    [Fact]
    public async Task Run_DeletionMeanwhile_PublishesNothing()
    {
        await _fixture.PlayAsync(60);
        using var erasures = new Erasures(_fixture.Documents, TimeProvider.System);
        var process = _fixture.StartProcess();
        var queued = await process.Runs.QueueAsync("app-network", "a test", default);
        Task? asked = null;
        await Assert.ThrowsAsync<DeletedMeanwhileException>(() => process.Pipeline.RunAsync(queued, Report, default));
        await asked!;
        Assert.DoesNotContain((await _fixture.Library.FindAsync("app-network", default)).Versions, key => key.Version == "3");

        void Report(RunStage stage, double share, string words)
        {
            if (stage == RunStage.Learning)
                asked ??= erasures.RequestAsync("somebody", default);
        }
    }

    [Fact]
    public async Task Work_NobodyCanTell_TriesAVersionAndSaysWhy()
    {
        await _fixture.PlayAsync(60);
        var run = await _fixture.StartProcess().RunAsync();
        Assert.True(run.State == RunState.OnTrial, run.Words);
        Assert.Equal(("3", "2"), (run.Version, await _fixture.ActiveAsync()));
        Assert.NotEmpty(run.Report!.Decision.Reasons);
        Assert.Contains(run.Report.Decision.Reasons[0], run.Words, StringComparison.Ordinal);
        Assert.Equal("3", (await _fixture.Library.FindAsync("app-network", default)).OnShadow?.Version);
    }

    [Fact]
    public async Task Work_TheSameLabelsAgain_MakesNoVersion()
    {
        await _fixture.PlayAsync(200);
        var process = _fixture.StartProcess();
        Assert.NotNull((await process.RunAsync()).Version);
        var run = await process.RunAsync();
        Assert.Equal((RunState.Refused, null), (run.State, run.Version));
        Assert.Contains("no mark is new since version 3", run.Words, StringComparison.Ordinal);
        await _fixture.PlayAsync(20, seed: 2);
        Assert.Equal("4", (await process.RunAsync()).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Work_TooFewLabels_LearnsNothing(int labels)
    {
        await _fixture.PlayAsync(labels);
        var run = await _fixture.StartProcess().RunAsync();
        Assert.Equal((RunState.Refused, null), (run.State, run.Version));
        Assert.Contains("too few", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_WrongLabels_WaitForTheHostAndAreLearnedFromOnceDecided()
    {
        await _fixture.PlayAsync(200, label: (number, digit) => number % 21 == 3 ? (digit + 4) % 10 : digit);
        var process = _fixture.StartProcess();
        var run = await process.RunAsync();
        Assert.InRange(run.Report!.Rows.Rejected[LabelReview.Contradiction], 8, 11);

        var waiting = (await process.Decisions.ReadSuspectsAsync(100, default))
            .Where(waiting => waiting.Suspect.Reason == LabelReview.Contradiction).ToList();
        var others = run.Report.Rows.Rejected.GetValueOrDefault(LabelReview.NoDigit);
        var (kept, dropped, corrected) = (waiting[0], waiting[1], waiting[2]);
        await process.Decisions.KeepAsync(kept.Suspect.Id, kept.Suspect.Digit, default);
        await process.Decisions.DropAsync(dropped.Suspect.Id, default);
        await process.Decisions.KeepAsync(corrected.Suspect.Id, corrected.Suspect.Suggested!.Value, default);
        Assert.True((await _fixture.Store.FindAsync(dropped.Suspect.Id, default))!.Excluded);
        // One whose label is not doubted, set aside without a review.
        var plays = (await _fixture.Store.ReadAsync(null, 100, default)).Items;
        var undoubted = plays.First(play => !waiting.Exists(doubted => doubted.Suspect.Id == play.Id));
        await _fixture.Store.ExcludeAsync(undoubted.Id, true, default);
        Assert.Equal(waiting.Count + others - 3, (await process.Decisions.ReadSuspectsAsync(100, default)).Count);
        Assert.Equal(corrected.Suspect.Suggested, (await _fixture.Store.FindAsync(corrected.Suspect.Id, default))!.Label!.Digit);

        var again = await process.RunAsync();
        Assert.Equal(2, again.Report!.Rows.Rejected["thrown out by the host"]);
        Assert.Equal(waiting.Count - 3, again.Report.Rows.Rejected[LabelReview.Contradiction]);
    }

    [Theory]
    [InlineData(RunStage.Reading)]
    [InlineData(RunStage.Reviewing)]
    [InlineData(RunStage.Learning)]
    [InlineData(RunStage.Judging)]
    [InlineData(RunStage.Publishing)]
    [InlineData(RunStage.Activating)]
    public async Task Work_ProcessKilledInTheMiddle_LeavesNoHalfVersionAndTheNextProcessSucceeds(RunStage stage)
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        var killed = _fixture.StartProcess();
        // A busy machine may take longer for the run than a lease lasts without a renewal.
        var clock = new FakeClock();
        var lease = new Lease(killed.Documents, "trainer", RetrainingFixture.LeaseDuration, clock);
        await using var hold = await lease.TryTakeAsync(default);
        var run = await killed.Runs.QueueAsync("app-network", "a test", default);
        await killed.Runs.ChangeAsync(run.Id, queued => queued with { State = RunState.Running, Stage = stage }, default);
        await Assert.ThrowsAsync<ProcessKilledException>(() => killed.Pipeline.RunAsync(run, (reached, _, _) =>
        {
            if (reached != stage)
                return;
            killed.Documents.Kill();
            throw new ProcessKilledException();
        }, default));

        Assert.Equal("2", await _fixture.ActiveAsync());
        var versions = (await _fixture.Library.FindAsync("app-network", default)).Versions;
        Assert.Equal(stage == RunStage.Activating ? ["3", "2", "1"] : ["2", "1"], versions.Select(key => key.Version));
        foreach (var key in versions)
            Assert.NotEmpty(await _fixture.Library.ReadModelAsync(await _fixture.Library.ReadManifestAsync(key, default), default));

        var next = _fixture.StartProcess(clock);
        Assert.False(await next.Worker.WorkAsync(default));
        clock.Pass(RetrainingFixture.LeaseDuration);
        Assert.True(await next.Worker.WorkAsync(default));
        var ended = (await next.Runs.FindAsync(run.Id, default))!;
        Assert.True(ended.State == RunState.Activated, ended.Words);
        Assert.Equal(2, ended.Attempt);
        Assert.Equal(ended.Version, await _fixture.ActiveAsync());
    }

    [Theory]
    [InlineData(3, false, RunState.Failed)]
    [InlineData(1, true, RunState.Failed)]
    [InlineData(2, false, RunState.Refused)]
    public async Task Work_RunAbandonedByItsProcess_IsTriedThreeTimesUnlessCancelled(int attempt, bool cancelled, RunState expected)
    {
        var process = _fixture.StartProcess();
        var queued = await process.Runs.QueueAsync("app-network", "a test", default);
        await process.Runs.ChangeAsync(
            queued.Id, run => run with { State = RunState.Running, Attempt = attempt, CancelRequested = cancelled }, default);
        Assert.True(await process.Worker.WorkAsync(default));
        Assert.Equal(expected, (await process.Runs.FindAsync(queued.Id, default))!.State);
    }

    [Fact]
    public async Task Work_TriggerDueInSeveralProcesses_IsQueuedOnce()
    {
        await _fixture.PlayAsync(9);
        await _fixture.PlayAsync(5, seed: 2);
        var processes = Enumerable.Range(0, 4).Select(_ => _fixture.StartProcess()).ToList();
        var trained = await Task.WhenAll(processes.Select(process =>
            Task.Run(() => process.Worker.WorkAsync(process.Triggers.QueueDueAsync, default))));
        Assert.Contains(true, trained);
        Assert.Single(await processes[0].Runs.ListAsync(default));
    }

    [Fact]
    public async Task Work_Cancelled_ChangesNothingAndTheNextRunSucceeds()
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        var process = _fixture.StartProcess(isHeld: true);
        var queued = await process.Runs.QueueAsync("app-network", "a test", default);
        var working = Task.Run(() => process.Worker.WorkAsync(default));
        await Eventually.TrueAsync(async () => await process.Runs.FindAsync(queued.Id, default) is { Stage: RunStage.Learning });
        await process.Runs.CancelAsync(queued.Id, default);
        Assert.True(await working);
        var run = (await process.Runs.FindAsync(queued.Id, default))!;
        Assert.True(run.State == RunState.Cancelled, run.Words);
        Assert.Equal("2", await _fixture.ActiveAsync());
        Assert.Equal(RunState.Activated, (await process.RunAsync()).State);
    }

    private sealed class ProcessKilledException : Exception;
}
