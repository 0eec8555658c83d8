using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>A database that is away, and comes back.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _remote = new();

    [Fact]
    public async Task Append_DatabaseAway_IsTakenAndArrivesLaterInOrder()
    {
        SetAway();
        var plays = Enumerable.Range(0, 5).Select(ObservationBuilder.Of).ToList();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        foreach (var play in plays)
        {
            Assert.Equal(AppendOutcome.Stored, await game.Store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.AlreadyStored, await game.Store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.Conflict, await game.Store.AppendAsync(play with { Player = "somebody" }, default));
            ObservationBuilder.AssertEqual(play, await game.Store.FindAsync(play.Id, default));
        }

        Assert.Equal((5, 5, "it is away"), (game.Backlog.Now.Plays, game.Backlog.Now.Waiting, game.Backlog.Now.Failure));
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ReadAsync(null, 10, default));
        _remote.Failure = null;
        await game.DrainedAsync();
        Assert.Equal(plays.Select(play => play.Id), (await game.Store.ReadAsync(null, 10, default)).Items.Select(play => play.Id));
        Assert.Equal((0, 0, null), (game.Backlog.Now.Plays, game.Backlog.Now.Waiting, game.Backlog.Now.Failure));
    }

    [Fact]
    public async Task Label_DatabaseAway_IsTakenSeenAndArrivesLater()
    {
        var (here, there) = (ObservationBuilder.Of(), ObservationBuilder.Of());
        await _remote.AppendAsync(there, default);
        SetAway();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(here, default);
        foreach (var play in new[] { here, there })
        {
            Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
            Assert.Equal(LabelOutcome.Unchanged, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3, "somebody"), default));
            Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(8), default));
        }

        ObservationBuilder.AssertEqual(here with { Label = ObservationBuilder.Label(8) }, await game.Store.FindAsync(here.Id, default));
        await Assert.ThrowsAsync<StoreException>(() => game.Store.FindAsync(there.Id, default));
        _remote.Failure = null;
        ObservationBuilder.AssertEqual(there with { Label = ObservationBuilder.Label(8) }, await game.Store.FindAsync(there.Id, default));
        await game.DrainedAsync();
        Assert.All((await _remote.ReadAsync(null, 10, default)).Items, play => Assert.Equal(ObservationBuilder.Label(8), play.Label));
        Assert.Equal(LabelOutcome.NotFound, await game.Store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(3), default));
    }

    [Fact]
    public async Task Label_OfAPlayThatWasSentBeforeTheDatabaseWent_FindsIt()
    {
        var play = ObservationBuilder.Of();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await game.DrainedAsync();
        SetAway();
        Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(3) }, await game.Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Append_GameEndsWhileTheDatabaseIsAway_ArrivesAfterTheNextStart()
    {
        SetAway();
        var play = ObservationBuilder.Of();
        // Never begun to send, and never ended in order: what is in the file is all that is left.
        var killed = new OutboxFixture(_folder.Path, _remote);
        await killed.Store.AppendAsync(play, default);
        await killed.Store.LabelAsync(play.Id, ObservationBuilder.Label(4), default);
        _remote.Failure = null;
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await Eventually.TrueAsync(async () => (await _remote.FindAsync(play.Id, default))?.Label is not null);
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(4) }, await _remote.FindAsync(play.Id, default));
        killed.Outbox.Dispose();
    }

    [Fact]
    public async Task Drain_WhatTheDatabaseRefusesForGood_LiesAsideAndTheOthersArrive()
    {
        SetAway();
        var (taken, next) = (ObservationBuilder.Of(), ObservationBuilder.Of());
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(taken with { Player = "somebody" }, default);
        await game.Store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(1), default);
        await game.Store.AppendAsync(next, default);
        _remote.Failure = null;
        await _remote.AppendAsync(taken, default);
        await game.DrainedAsync();
        Assert.Equal((0, 2), (game.Backlog.Now.Plays, game.Backlog.Now.Refused));
        Assert.Equal([taken.Id, next.Id], (await _remote.ReadAsync(null, 10, default)).Items.Select(play => play.Id));
    }

    [Fact]
    public async Task Drain_LargerThanTheDatabaseTakes_LiesAside()
    {
        _remote.Failure = new StoreException("too large") { IsFinal = true };
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(ObservationBuilder.Of(), default);
        await game.StartAsync();
        await Eventually.TrueAsync(() => game.Backlog.Now.Refused > 0);
        Assert.Equal(0, game.Backlog.Now.Plays);
    }

    [Fact]
    public async Task Append_ByTwoGamesAtOneFolder_ArrivesOnceInTheOrderOfTheOutbox()
    {
        await using var one = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await using var other = await OutboxFixture.StartAsync(_folder.Path, _remote);
        var plays = Enumerable.Range(0, 40).Select(ObservationBuilder.Of).ToList();
        SetAway();
        foreach (var (i, play) in plays.Index())
            await (i % 2 == 0 ? one : other).Store.AppendAsync(play, default);
        _remote.Failure = null;
        await Eventually.TrueAsync(async () => (await _remote.ReadAsync(null, 100, default)).Items.Count >= plays.Count);
        await one.DrainedAsync();
        await other.DrainedAsync();
        Assert.Equal(plays.Select(play => play.Id), (await _remote.ReadAsync(null, 100, default)).Items.Select(play => play.Id));
    }

    [Fact]
    public async Task ReadChanges_WhatWaits_AppearsWhenItArrives()
    {
        var play = ObservationBuilder.Of() with { Excluded = true };
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(4), default);
        Assert.Empty((await game.Store.ReadChangesAsync(null, 10, default)).Items);
        await game.StartAsync();
        await game.DrainedAsync();
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(4) }, Assert.Single((await game.Store.ReadChangesAsync(null, 10, default)).Items));
    }

    [Fact]
    public async Task Exclude_WhatWaits_IsNoUnknownObservation()
    {
        var play = ObservationBuilder.Of();
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ExcludeAsync(play.Id, true, default));
        await game.StartAsync();
        await game.DrainedAsync();
        Assert.True(await game.Store.ExcludeAsync(play.Id, true, default));
        SetAway();
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ExcludeAsync(play.Id, false, default));
    }

    public void Dispose() => _folder.Dispose();

    private void SetAway() => _remote.Failure = new StoreException("it is away");
}
