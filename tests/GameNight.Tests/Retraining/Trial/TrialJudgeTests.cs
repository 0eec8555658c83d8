using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Retraining.Queue;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Trial;

/// <summary>A habit of all players is learned without trusted ink; then the next drawings decide.</summary>
public sealed class TrialJudgeTests : IDisposable
{
    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Judge_AHabitThatOthersHaveToo_GoesIntoServiceInWhicheverProcess()
    {
        var run = await LearnAsync();
        Assert.Equal("2", await _fixture.ActiveAsync());
        Assert.Equal(("3", "trial"), await OnShadowAsync());

        await _fixture.PlayOnTrialAsync(Others(300, SyntheticExamples.Mirrored));
        var other = _fixture.StartProcess(hasTrustedInk: false);
        Assert.True(await other.Judge.HasNewAsync(default));
        Assert.True(await other.Worker.WorkAsync(default));
        Assert.Equal("3", await _fixture.ActiveAsync());
        Assert.Empty(await other.Trials.ListAsync(default));
        var ended = (await other.Runs.FindAsync(run.Id, default))!;
        Assert.Equal(RunState.Activated, ended.State);
        Assert.StartsWith("Version 3 is in service: better in its trial: ", ended.Words, StringComparison.Ordinal);
        var personal = (await _fixture.Library.FindAsync("personal", default)).Activations[^1];
        Assert.Equal("begins as app-network version 3", personal.Why);
    }

    [Fact]
    public async Task Judge_AnotherVersionInService_LeavesTheTrial()
    {
        var run = await LearnAsync();
        var process = _fixture.StartProcess(hasTrustedInk: false);
        await _fixture.Library.ActivateAsync(new ModelKey("app-network", "1"), "host", "a test", default);
        await process.Judge.JudgeAsync(default);
        Assert.Null((await _fixture.Library.FindAsync("app-network", default)).OnShadow);
        var ended = (await process.Runs.FindAsync(run.Id, default))!;
        Assert.Equal(RunState.Refused, ended.State);
        Assert.Contains("left its trial: version 1 is in service in the place of 2", ended.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judge_PlaysOverTheApi_DoNotDecide()
    {
        await LearnAsync();
        await _fixture.PlayOnTrialAsync(Others(300, SyntheticExamples.Mirrored), PlayOrigin.Api);
        var process = _fixture.StartProcess(hasTrustedInk: false);
        await process.Judge.JudgeAsync(default);
        Assert.Equal(0, (await process.Trials.ListAsync(default)).Single().Tally.Drawings);
        Assert.Equal("2", await _fixture.ActiveAsync());
    }

    [Fact]
    public async Task Judge_OnePlayerAlone_DoesNotDecide()
    {
        await LearnAsync();
        await _fixture.PlayOnTrialAsync(Others(200, habit: null).Select(example => example with { Player = "tireless" }));
        var process = _fixture.StartProcess(hasTrustedInk: false);
        await process.Judge.JudgeAsync(default);
        var tally = (await process.Trials.ListAsync(default)).Single().Tally;
        Assert.InRange(tally.Drawings, 1, 100);
        Assert.Equal((1, "2"), (tally.Players, await _fixture.ActiveAsync()));
    }

    [Fact]
    public async Task Begin_AnotherThatLearnedFromHardlyMore_LeavesTheTrialAlone()
    {
        await LearnAsync();
        await _fixture.PlayAsync(20, SyntheticExamples.Mirrored, seed: 3);
        var run = await _fixture.StartProcess(hasTrustedInk: false).RunAsync();
        Assert.Equal(RunState.Refused, run.State);
        Assert.EndsWith("version 3 is on trial, and this one has learned from hardly more.", run.Words, StringComparison.Ordinal);
        Assert.Equal(("3", "trial"), await OnShadowAsync());
    }

    [Fact]
    public async Task Begin_AnotherThatLearnedFromMuchMore_TakesItsPlace()
    {
        var first = await LearnAsync();
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored, seed: 3);
        var process = _fixture.StartProcess(hasTrustedInk: false);
        var run = await process.RunAsync();
        Assert.True(run.State == RunState.OnTrial, run.Words);
        Assert.Equal(("4", "trial"), await OnShadowAsync());
        Assert.Equal(RunState.Refused, (await process.Runs.FindAsync(first.Id, default))!.State);
    }

    private async Task<TrainingRun> LearnAsync()
    {
        await _fixture.PlayAsync(300, SyntheticExamples.Mirrored);
        var run = await _fixture.StartProcess(hasTrustedInk: false).RunAsync();
        Assert.True(run.State == RunState.OnTrial, run.Words);
        return run;
    }

    private async Task<(string?, string?)> OnShadowAsync()
    {
        var shadow = (await _fixture.Library.FindAsync("app-network", default)).OnShadow;
        return (shadow?.Version, shadow?.By);
    }

    private static IEnumerable<TrainingExample> Others(int count, Func<double, double, double[]>? habit) =>
        SyntheticExamples.Draw(count, seed: 50, habit).Select(example => example with { Player = $"other {example.Player}" });
}
