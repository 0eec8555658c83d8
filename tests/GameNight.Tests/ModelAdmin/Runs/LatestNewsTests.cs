using GameNight.ModelAdmin.Runs;
using GameNight.Models;
using GameNight.Retraining.Queue;
using static GameNight.Tests.ModelAdmin.Runs.SampleRuns;

namespace GameNight.Tests.ModelAdmin.Runs;

public sealed class LatestNewsTests
{
    private static readonly DateTimeOffset Now = Ended.AddMinutes(12);

    [Fact]
    public void Of_ARunThatFailed_IsOneSentence() => Assert.Equal(
        "Twigs: version 6 didn’t make it: no better than version 5, 12 minutes ago.",
        Of([Run(RunState.Running), Run(RunState.Refused, Players(), Strangers(640, 1, 1))]));

    [Fact]
    public void Of_AnActivationSince_TellsThat() => Assert.Equal(
        "Twigs: version 4 is in service in place of version 5, just now.",
        Of([Run(RunState.Refused)], new Activation(3, "app-xgboost", "5", "4", Now.AddSeconds(-5), "host", "")));

    [Fact]
    public void Of_ARunThatPutItIntoService_TellsWhatTheRunFound() => Assert.Contains(
        "fewer mistakes",
        Of([Run(RunState.Activated, Players(), Strangers(640, 20, 1))], new Activation(3, "x", "5", "6", Ended.AddSeconds(-1), "host", "")),
        StringComparison.Ordinal);

    [Fact]
    public void Of_Nothing_IsNull() => Assert.Null(Of([Run(RunState.Queued) with { EndedAt = null }, Run(RunState.Cancelled)]));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(12, "12 minutes ago")]
    [InlineData(70, "an hour ago")]
    [InlineData(300, "5 hours ago")]
    [InlineData(4320, "3 days ago")]
    public void Ago_IsSaidAsOneSaysIt(int minutes, string expected) => Assert.Equal(expected, Ago.Of(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Groups_OfTheSameFailure_AreOneLineWithACount()
    {
        TrainingRun[] ended =
        [
            Run(RunState.Failed) with { Words = "The disk is full." }, Run(RunState.Activated, Players()), Run(RunState.Refused),
            Run(RunState.Failed) with { Words = "The disk is full." }, Run(RunState.Refused) with { Algorithm = "app-network" },
            Run(RunState.Activated, Players()), Run(RunState.Failed) with { Words = "The store is away." },
        ];
        var groups = RunGroup.Of(ended);
        Assert.Equal([2, 1, 1, 1, 1, 1], groups.Select(group => group.Count));
        Assert.Equal(ended[0], groups[0].Latest);
    }

    private static string? Of(IEnumerable<TrainingRun> runs, Activation? activation = null) =>
        LatestNews.Of(runs, activation, _ => "Twigs", Now);
}
