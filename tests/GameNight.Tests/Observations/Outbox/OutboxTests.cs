using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The outbox while the database is unavailable, and when it is available again.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _remote = new();

    [Fact]
    public async Task Append_DatabaseUnavailable_IsStoredAndArrivesLaterInOrder()
    {
        FailRemote();
        var plays = Enumerable.Range(0, 5).Select(ObservationBuilder.Of).ToList();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        foreach (var play in plays)
        {
            Assert.Equal(AppendOutcome.Stored, await game.Store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.AlreadyStored, await game.Store.AppendAsync(play, default));
            Assert.Equal(AppendOutcome.Conflict, await game.Store.AppendAsync(play with { Player = "bob" }, default));
            ObservationBuilder.AssertEqual(play, await game.Store.FindAsync(play.Id, default));
        }

        Assert.Equal((5, 5, "no connection"), (game.Backlog.Now.Plays, game.Backlog.Now.Waiting, game.Backlog.Now.Failure));
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ReadAsync(null, 10, default));
        _remote.Failure = null;
        await game.DrainedAsync();
        Assert.Equal(plays.Select(play => play.Id), (await game.Store.ReadAsync(null, 10, default)).Items.Select(play => play.Id));
        Assert.Equal((0, 0, null), (game.Backlog.Now.Plays, game.Backlog.Now.Waiting, game.Backlog.Now.Failure));
    }

    [Fact]
    public async Task Append_WhileTheDrainLooks_NeverCountsFewerThanWereStored()
    {
        const int Count = 300;
        FailRemote();
        await using var game = new OutboxFixture(_folder.Path, _remote);
        var (shown, looking) = (new List<int>(), true);
        var looks = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref looking))
                await game.Outbox.RefreshAsync(default);
        })).ToList();
        for (var i = 0; i < Count; i++)
        {
            await game.Store.AppendAsync(ObservationBuilder.Of(i), default);
            shown.Add(game.Backlog.Now.Plays);
        }

        Volatile.Write(ref looking, false);
        await Task.WhenAll(looks);
        Assert.Equal(Enumerable.Range(1, Count), shown);
    }

    [Fact]
    public async Task Label_DatabaseUnavailable_IsStoredAndArrivesLater()
    {
        var (queued, sent) = (ObservationBuilder.Of(), ObservationBuilder.Of());
        await _remote.AppendAsync(sent, default);
        FailRemote();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(queued, default);
        foreach (var play in new[] { queued, sent })
        {
            Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
            Assert.Equal(LabelOutcome.Unchanged, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3, "bob"), default));
            Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(8), default));
        }

        ObservationBuilder.AssertEqual(queued with { Label = ObservationBuilder.Label(8) }, await game.Store.FindAsync(queued.Id, default));
        await Assert.ThrowsAsync<StoreException>(() => game.Store.FindAsync(sent.Id, default));
        _remote.Failure = null;
        ObservationBuilder.AssertEqual(sent with { Label = ObservationBuilder.Label(8) }, await game.Store.FindAsync(sent.Id, default));
        await game.DrainedAsync();
        Assert.All((await _remote.ReadAsync(null, 10, default)).Items, play => Assert.Equal(ObservationBuilder.Label(8), play.Label));
        Assert.Equal(LabelOutcome.NotFound, await game.Store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(3), default));
    }

    [Fact]
    public async Task Label_ObservationSentBeforeTheOutage_IsStored()
    {
        var play = ObservationBuilder.Of();
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await game.DrainedAsync();
        FailRemote();
        Assert.Equal(LabelOutcome.Stored, await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(3) }, await game.Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Append_GameEndsDuringTheOutage_ArrivesAfterTheNextStart()
    {
        FailRemote();
        var play = ObservationBuilder.Of();
        // Its drain never runs and it is never disposed, as if killed: only the file is left.
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
    public async Task Drain_ConflictOrUnknownObservation_IsRefusedAndTheOthersArrive()
    {
        FailRemote();
        var (stored, next) = (ObservationBuilder.Of(), ObservationBuilder.Of());
        await using var game = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await game.Store.AppendAsync(stored with { Player = "bob" }, default);
        await game.Store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(1), default);
        await game.Store.AppendAsync(next, default);
        _remote.Failure = null;
        await _remote.AppendAsync(stored, default);
        await game.DrainedAsync();
        Assert.Equal((0, 2), (game.Backlog.Now.Plays, game.Backlog.Now.Refused));
        Assert.Equal([stored.Id, next.Id], (await _remote.ReadAsync(null, 10, default)).Items.Select(play => play.Id));
    }

    [Fact]
    public async Task Drain_FinalFailure_IsRefused()
    {
        _remote.Failure = new StoreException("too large") { IsFinal = true };
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(ObservationBuilder.Of(), default);
        await game.StartAsync();
        await Eventually.TrueAsync(() => game.Backlog.Now.Refused > 0);
        Assert.Equal(0, game.Backlog.Now.Plays);
    }

    [Fact]
    public async Task Drain_NothingToSend_NoticesThatTheDatabaseIsBack()
    {
        await using var sender = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await sender.Store.AppendAsync(ObservationBuilder.Of(), default);
        await sender.DrainedAsync();
        await using var other = await OutboxFixture.StartAsync(_folder.Path, _remote);
        FailRemote();
        await other.Store.AppendAsync(ObservationBuilder.Of(), default);
        await Eventually.TrueAsync(() => sender.Outbox.IsRemoteUnavailable && other.Outbox.IsRemoteUnavailable);
        _remote.Failure = null;
        await Eventually.TrueAsync(() => !sender.Outbox.IsRemoteUnavailable && !other.Outbox.IsRemoteUnavailable);
    }

    [Fact]
    public async Task Drain_OutboxCannotBeRead_DoesNotBlameTheDatabase()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, OutboxFile.FileName));
        using var log = new LogRecorder();
        using var loggers = new LoggerFactory([log]);
        await using var game = new OutboxFixture(_folder.Path, _remote, loggers);
        await game.StartAsync();
        await Eventually.TrueAsync(() => log.Lines.Count > 0);
        Assert.StartsWith("Error", log.Lines[0], StringComparison.Ordinal);
        Assert.Null(game.Backlog.Now.Failure);
    }

    [Fact]
    public async Task Drain_UnexpectedFailure_IsReportedWithoutItsMessage()
    {
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(ObservationBuilder.Of(), default);
        _remote.Failure = new InvalidOperationException("The key AKIA123 is wrong.");
        await game.StartAsync();
        await Eventually.TrueAsync(() => game.Backlog.Now.Failure is not null);
        Assert.Equal("Sending failed unexpectedly; the log has the details.", game.Backlog.Now.Failure);
        _remote.Failure = null;
        await game.DrainedAsync();
    }

    [Fact]
    public async Task Append_ByTwoGamesInOneFolder_ArrivesOnceAndInOrder()
    {
        await using var one = await OutboxFixture.StartAsync(_folder.Path, _remote);
        await using var other = await OutboxFixture.StartAsync(_folder.Path, _remote);
        var plays = Enumerable.Range(0, 40).Select(ObservationBuilder.Of).ToList();
        FailRemote();
        foreach (var (i, play) in plays.Index())
            await (i % 2 == 0 ? one : other).Store.AppendAsync(play, default);
        _remote.Failure = null;
        await Eventually.TrueAsync(async () => (await _remote.ReadAsync(null, 100, default)).Items.Count >= plays.Count);
        await one.DrainedAsync();
        await other.DrainedAsync();
        Assert.Equal(plays.Select(play => play.Id), (await _remote.ReadAsync(null, 100, default)).Items.Select(play => play.Id));
    }

    [Fact]
    public async Task ReadChanges_ObservationWaits_HasItOnceItArrives()
    {
        var play = ObservationBuilder.Of() with { Excluded = true };
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await game.Store.LabelAsync(play.Id, ObservationBuilder.Label(4), default);
        Assert.Empty((await game.Store.ReadChangesAsync(null, 10, default)).Items);
        await game.StartAsync();
        await game.DrainedAsync();
        ObservationBuilder.AssertEqual(
            play with { Label = ObservationBuilder.Label(4) }, Assert.Single((await game.Store.ReadChangesAsync(null, 10, default)).Items));
    }

    [Fact]
    public async Task Exclude_ObservationWaits_FailsInsteadOfReportingItUnknown()
    {
        var play = ObservationBuilder.Of();
        await using var game = new OutboxFixture(_folder.Path, _remote);
        await game.Store.AppendAsync(play, default);
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ExcludeAsync(play.Id, true, default));
        await game.StartAsync();
        await game.DrainedAsync();
        Assert.True(await game.Store.ExcludeAsync(play.Id, true, default));
        FailRemote();
        await Assert.ThrowsAsync<StoreException>(() => game.Store.ExcludeAsync(play.Id, false, default));
    }

    public void Dispose() => _folder.Dispose();

    private void FailRemote() => _remote.Failure = new StoreException("no connection");
}
