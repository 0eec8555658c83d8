using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Tests.Training.Examples;

namespace GameNight.Tests.Retraining;

public sealed class TrainingWorkerTests : IDisposable
{
    private readonly RetrainingFixture _school = new();

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task Work_AHabitThatEverybodyHas_IsLearnedAndGoesIntoService()
    {
        await _school.PlayAsync(300, SyntheticExamples.Mirrored);
        var run = await _school.Enter().RunAsync();
        Assert.True(run.State == RunState.Activated, run.Words);
        Assert.Equal((run.Version, 1.0), (await _school.ActiveAsync(), run.Progress));

        var receipt = TrainingReport.Parse(await _school.Library.ReadFileAsync(new ModelKey("app-network", run.Version!), TrainingReport.FileName, default));
        Assert.Equal((run.Id, "app-network", "1", "1", "a test"), (receipt.Run, receipt.Algorithm, receipt.Replaces, receipt.First, receipt.Trigger));
        Assert.Equal((300, 300), (receipt.Rows.Observations, receipt.Rows.Labelled));
        Assert.Equal(300, receipt.Rows.LearnedFrom + receipt.Rows.JudgedOn + receipt.Rows.Rejected.Values.Sum());
        Assert.Equal(["held-out", "guard"], receipt.Comparisons.Select(comparison => comparison.Set));
        Assert.True(receipt.Comparisons[0].Candidate.Correct > receipt.Comparisons[0].Active.Correct);
        Assert.True(receipt is { Decision.Activates: true, Seconds: > 0, ProcessorSeconds: > 0, Dollars: > 0 });
        var activation = (await _school.Library.FindAsync("app-network", default)).Activations.Single();
        Assert.Equal(("retrain", "1"), (activation.By, activation.From));
    }

    [Fact]
    public async Task Work_NothingBetter_PublishesButRefusesAndSaysWhy()
    {
        await _school.PlayAsync(60);
        var run = await _school.Enter().RunAsync();
        Assert.True(run.State == RunState.Refused, run.Words);
        Assert.Equal(("2", "1"), (run.Version, await _school.ActiveAsync()));
        Assert.NotEmpty(run.Receipt!.Decision.Reasons);
        Assert.Contains(run.Receipt.Decision.Reasons[0], run.Words, StringComparison.Ordinal);
        var notes = (await _school.Library.ReadManifestAsync(new ModelKey("app-network", "2"), default)).TrainedOn!.Value;
        Assert.Contains(run.Receipt.Decision.Reasons[0], notes.GetProperty("refused").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_TheSameMarksAgain_MakesNoVersion()
    {
        await _school.PlayAsync(200);
        var desk = _school.Enter();
        Assert.NotNull((await desk.RunAsync()).Version);
        var run = await desk.RunAsync();
        Assert.Equal((RunState.Refused, null), (run.State, run.Version));
        Assert.Contains("no mark is new since version 2", run.Words, StringComparison.Ordinal);
        await _school.PlayAsync(20, seed: 2);
        Assert.Equal("3", (await desk.RunAsync()).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Work_TooFewMarks_LearnsNothing(int marks)
    {
        await _school.PlayAsync(marks);
        var run = await _school.Enter().RunAsync();
        Assert.Equal((RunState.Refused, null), (run.State, run.Version));
        Assert.Contains("too few", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_WrongMarks_WaitForTheHostAndAreLearnedOnceDecided()
    {
        await _school.PlayAsync(200, label: (number, digit) => number % 21 == 3 ? (digit + 4) % 10 : digit);
        var desk = _school.Enter();
        var run = await desk.RunAsync();
        Assert.InRange(run.Receipt!.Rows.Rejected[LabelReview.Contradiction], 8, 11);

        var waiting = (await desk.Decisions.ReadSuspectsAsync(100, default)).Where(waiting => waiting.Suspect.Reason == LabelReview.Contradiction).ToList();
        var others = run.Receipt.Rows.Rejected.GetValueOrDefault(LabelReview.NoDigit);
        var (kept, dropped, corrected) = (waiting[0], waiting[1], waiting[2]);
        await desk.Decisions.KeepAsync(kept.Suspect.Id, kept.Suspect.Digit, default);
        await desk.Decisions.DropAsync(dropped.Suspect.Id, default);
        await desk.Decisions.KeepAsync(corrected.Suspect.Id, corrected.Suspect.Suggested!.Value, default);
        Assert.True((await _school.Store.FindAsync(dropped.Suspect.Id, default))!.Excluded);
        // One that nobody doubted, set aside without a review.
        var undoubted = (await _school.Store.ReadAsync(null, 100, default)).Items.First(play => !waiting.Exists(doubted => doubted.Suspect.Id == play.Id));
        await _school.Store.ExcludeAsync(undoubted.Id, true, default);
        Assert.Equal(waiting.Count + others - 3, (await desk.Decisions.ReadSuspectsAsync(100, default)).Count);
        Assert.Equal(corrected.Suspect.Suggested, (await _school.Store.FindAsync(corrected.Suspect.Id, default))!.Label!.Digit);

        var again = await desk.RunAsync();
        Assert.Equal(2, again.Receipt!.Rows.Rejected["thrown out by the host"]);
        Assert.Equal(waiting.Count - 3, again.Receipt.Rows.Rejected[LabelReview.Contradiction]);
    }

    [Theory]
    [InlineData(RunStage.Reading)]
    [InlineData(RunStage.Reviewing)]
    [InlineData(RunStage.Learning)]
    [InlineData(RunStage.Judging)]
    [InlineData(RunStage.Publishing)]
    [InlineData(RunStage.Activating)]
    public async Task Work_ProcessDiedInTheMiddle_LeavesNoHalfVersionAndTheNextTrainerSucceeds(RunStage stage)
    {
        await _school.PlayAsync(300, SyntheticExamples.Mirrored);
        var victim = _school.Enter();
        var lease = new Lease(victim.Documents, "trainer", TimeSpan.FromSeconds(2), TimeProvider.System);
        await using var hold = await lease.TryTakeAsync(default);
        var run = await victim.Runs.QueueAsync("app-network", "a test", default);
        await victim.Runs.ChangeAsync(run.Id, queued => queued with { State = RunState.Running, Stage = stage }, default);
        await Assert.ThrowsAsync<ProcessDiedException>(() => victim.Retrainer.RunAsync(run, (reached, _, _) =>
        {
            if (reached != stage)
                return;
            victim.Documents.Die();
            throw new ProcessDiedException();
        }, default));

        Assert.Equal("1", await _school.ActiveAsync());
        var versions = (await _school.Library.FindAsync("app-network", default)).Versions;
        Assert.Equal(stage == RunStage.Activating ? ["2", "1"] : ["1"], versions.Select(key => key.Version));
        foreach (var key in versions)
            Assert.NotEmpty(await _school.Library.ReadModelAsync(await _school.Library.ReadManifestAsync(key, default), default));

        var next = _school.Enter(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => next.Trainer.WorkAsync(default));
        var ended = (await next.Runs.FindAsync(run.Id, default))!;
        Assert.True(ended.State == RunState.Activated, ended.Words);
        Assert.Equal(2, ended.Attempt);
        Assert.Equal(ended.Version, await _school.ActiveAsync());
    }

    [Theory]
    [InlineData(3, false, RunState.Failed)]
    [InlineData(1, true, RunState.Failed)]
    [InlineData(2, false, RunState.Refused)]
    public async Task Work_LeftByATrainerThatWentAway_IsTriedThreeTimesUnlessItShallEnd(int attempt, bool cancelled, RunState expected)
    {
        var desk = _school.Enter();
        var queued = await desk.Runs.QueueAsync("app-network", "a test", default);
        await desk.Runs.ChangeAsync(queued.Id, run => run with { State = RunState.Running, Attempt = attempt, CancelRequested = cancelled }, default);
        Assert.True(await desk.Trainer.WorkAsync(default));
        Assert.Equal(expected, (await desk.Runs.FindAsync(queued.Id, default))!.State);
    }

    [Fact]
    public async Task Work_MarksThatAreDueForTwoProcesses_AreQueuedByOne()
    {
        await _school.PlayAsync(9);
        await _school.PlayAsync(5, seed: 2);
        var desks = Enumerable.Range(0, 4).Select(_ => _school.Enter()).ToList();
        var trained = await Task.WhenAll(desks.Select(desk => Task.Run(() => desk.Trainer.WorkAsync(desk.Triggers.PullAsync, default))));
        Assert.Contains(true, trained);
        Assert.Single(await desks[0].Runs.ListAsync(default));
    }

    [Fact]
    public async Task Work_Cancelled_ChangesNothingAndTheNextMayRun()
    {
        await _school.PlayAsync(300, SyntheticExamples.Mirrored);
        var desk = _school.Enter();
        var queued = await desk.Runs.QueueAsync("app-network", "a test", default);
        var working = Task.Run(() => desk.Trainer.WorkAsync(default));
        await Eventually.TrueAsync(async () => await desk.Runs.FindAsync(queued.Id, default) is not { State: RunState.Queued });
        await desk.Runs.CancelAsync(queued.Id, default);
        Assert.True(await working);
        var run = (await desk.Runs.FindAsync(queued.Id, default))!;
        Assert.True(run.State == RunState.Cancelled, run.Words);
        Assert.Equal("1", await _school.ActiveAsync());
        Assert.Equal(RunState.Activated, (await desk.RunAsync()).State);
    }

    [Fact]
    public async Task Cancel_OneThatWaits_NeverBegins()
    {
        var desk = _school.Enter();
        var queued = await desk.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(RunState.Cancelled, (await desk.Runs.CancelAsync(queued.Id, default))!.State);
        Assert.True(await desk.Trainer.WorkAsync(default));
        Assert.Null((await desk.Runs.FindAsync(queued.Id, default))!.StartedAt);
        Assert.Null(await desk.Runs.CancelAsync("nothing", default));
    }

    [Fact]
    public async Task Queue_OneThatWaitsAlready_IsNotQueuedTwice()
    {
        var desk = _school.Enter();
        var first = await desk.Runs.QueueAsync("app-network", "a test", default);
        Assert.Equal(first.Id, (await desk.Runs.QueueAsync("app-network", "another", default)).Id);
        Assert.NotEqual(first.Id, (await desk.Runs.QueueAsync("app-xgboost", "another", default)).Id);
    }

    [Fact]
    public async Task Triggers_EnoughNewMarks_QueueOnceAndThenCountAnew()
    {
        var desk = _school.Enter();
        await _school.PlayAsync(9);
        await desk.Triggers.PullAsync(default);
        Assert.Empty(await desk.Runs.ListAsync(default));
        await _school.PlayAsync(5, seed: 2);
        await desk.Triggers.PullAsync(default);
        await desk.Triggers.PullAsync(default);
        Assert.Equal("14 new marks", Assert.Single(await desk.Runs.ListAsync(default)).Trigger);
        await desk.Trainer.WorkAsync(default);
        await _school.PlayAsync(9, seed: 3);
        await desk.Triggers.PullAsync(default);
        Assert.Single(await desk.Runs.ListAsync(default));
    }

    private sealed class ProcessDiedException : Exception;
}
