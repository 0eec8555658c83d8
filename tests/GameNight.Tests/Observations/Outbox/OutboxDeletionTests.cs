using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The labels of players who have had everything deleted, and play on.</summary>
public sealed class OutboxDeletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _remote = new();

    [Fact]
    public async Task Drain_LabelAfterADeletionWhoseDrawingComesFromAnotherMachine_WaitsForIt()
    {
        var play = ObservationBuilder.Of() with { Time = DateTimeOffset.UtcNow.AddMinutes(1) };
        await using var game = new OutboxFixture(_folder.Path, _remote, grace: TimeSpan.FromMinutes(5));
        await QueueAfterADeletionAsync(game, play);

        await Eventually.TrueAsync(() =>
            game.Backlog.Now.Plays == 0 || game.Backlog.Now.Failure?.Contains("another machine", StringComparison.Ordinal) == true);
        await _remote.AppendAsync(play, default);

        await game.DrainedAsync();
        Assert.Equal(4, (await _remote.FindAsync(play.Id, default))!.Label?.Digit);
    }

    [Fact]
    public async Task Drain_LabelOnWhatWasDeleted_IsDeletedAfterTheGracePeriod()
    {
        await using var game = new OutboxFixture(_folder.Path, _remote, grace: TimeSpan.Zero);
        await QueueAfterADeletionAsync(game, ObservationBuilder.Of());
        await game.DrainedAsync();
        Assert.Equal(0, game.Backlog.Now.Refused);
    }

    [Fact]
    public async Task Erase_BesideAnEntryThatNobodyCanRead_DeletesTheOthers()
    {
        await using var game = new OutboxFixture(_folder.Path, _remote);
        var play = ObservationBuilder.Of();
        await game.Store.AppendAsync(play, default);
        await game.Outbox.PutAsync(Guid.CreateVersion7(), play: [1, 2, 3], label: null, _ => (true, true), default);
        await game.Erasures.RequestAsync(play.Player, default);

        Assert.True(await game.Outbox.HasAsync(play.Player, default));
        await game.Outbox.EraseAsync(new ErasureScope(game.Erasures.Current, _ => false, new HashSet<Guid>()), default);

        Assert.False(await game.Outbox.HasAsync(play.Player, default));
        Assert.Equal(1, game.Backlog.Now.Plays);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Queues a label by a player who has asked for a deletion, while the database is away, and brings that back.</summary>
    private async Task QueueAfterADeletionAsync(OutboxFixture game, Observation play)
    {
        var label = ObservationBuilder.Label(4);
        await game.Erasures.RequestAsync(label.By, default);
        _remote.Failure = new StoreException("no connection");
        await game.Store.LabelAsync(play.Id, label, default);
        _remote.Failure = null;
        await game.StartAsync();
    }
}
