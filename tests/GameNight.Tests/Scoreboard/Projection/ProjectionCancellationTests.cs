using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class ProjectionCancellationTests
{
    [Fact]
    public async Task CatchUp_CallerThatLeaves_CountsOn()
    {
        var gate = new TaskCompletionSource();
        var play = ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 3));
        var store = new MemoryObservationStore(play) { ChangesGate = gate.Task };
        using var scoreboard = new ScoreboardFixture(store);
        using var left = new CancellationTokenSource();
        var counting = scoreboard.Projection.CatchUpAsync(left.Token);
        await Eventually.TrueAsync(() => store.ChangesRead > 0);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
        gate.SetResult();
        await Eventually.TrueAsync(() => scoreboard.Projection.IsComplete);
        Assert.Equal(1, scoreboard.Projection.Table.Count);
    }

    [Fact]
    public async Task Dispose_WhileItCounts_EndsTheCounting()
    {
        var store = new MemoryObservationStore { ChangesGate = new TaskCompletionSource().Task };
        using var scoreboard = new ScoreboardFixture(store);
        var counting = scoreboard.Projection.CatchUpAsync(default);
        await Eventually.TrueAsync(() => store.ChangesRead > 0);
        scoreboard.Projection.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
    }
}
