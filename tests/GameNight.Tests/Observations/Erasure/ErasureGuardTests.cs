using GameNight.Identity.Erasure;
using GameNight.Jury;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Play.Personal;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Erasure;

public sealed partial class ErasureGuardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly SqliteObservationStore _store;
    private readonly SqliteDocumentStore _documents;
    private readonly Erasures _erasures;

    public ErasureGuardTests()
    {
        _store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _erasures = new Erasures(_documents, _clock);
    }

    [Fact]
    public async Task Append_OfADeletedPlayer_IsRefusedForWhatWasDrawnBefore()
    {
        await _erasures.RequestAsync("ann", default);
        Assert.Equal(AppendOutcome.Erased, await Guard().AppendAsync(Play("ann", TimeSpan.Zero), default));
        Assert.Equal(AppendOutcome.Stored, await Guard().AppendAsync(Play("ann", TimeSpan.FromSeconds(1)), default));
        Assert.Equal(AppendOutcome.Stored, await Guard().AppendAsync(Play("bob", TimeSpan.Zero), default));
    }

    [Fact]
    public async Task Append_DeletedByAnotherGameMeanwhile_IsTakenBack()
    {
        var there = new Erasures(_documents, _clock);
        await there.RequestAsync("ann", default);
        // This game has not looked at the requests since.
        Assert.Empty(_erasures.Current.Requests);

        var play = Play("ann", TimeSpan.Zero);
        Assert.Equal(AppendOutcome.Erased, await Guard().AppendAsync(play, default));

        Assert.Null(await _store.FindAsync(play.Id, default));
    }

    /// <param name="isKnown">Whether the game has heard of the deletion before the drawing comes.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_OfADrawingThatADeletedPlayerHasJudged_TakesThatAway(bool isKnown)
    {
        var vote = new Vote("bob", 4, _clock.GetUtcNow());
        var judged = Play("carl", TimeSpan.Zero) with
        {
            Votes = [vote, vote with { Player = "ann" }],
            Label = new Label(4, JuryVerdict.Author, _clock.GetUtcNow()),
        };
        var labelled = Play("carl", TimeSpan.Zero) with { Label = new Label(4, "ann", _clock.GetUtcNow()) };
        using var there = new Erasures(_documents, _clock);
        await (isKnown ? _erasures : there).RequestAsync("ann", default);

        foreach (var play in (Observation[])[judged, labelled])
            Assert.Equal(AppendOutcome.Stored, await Guard().AppendAsync(play, default));

        var stored = await _store.FindAsync(judged.Id, default);
        Assert.Equal([vote], stored!.Votes);
        Assert.Null(stored.Label);
        Assert.Null((await _store.FindAsync(labelled.Id, default))!.Label);
    }

    [Fact]
    public async Task Import_OfAnOldExport_LeavesOutWhatWasDeleted()
    {
        var file = Path.Combine(_folder.Path, "old.jsonl");
        foreach (var player in (string[])["ann", "bob", "ann"])
            await _store.AppendAsync(Play(player, TimeSpan.Zero), default);
        await using (var export = File.Create(file))
            await ObservationExport.WriteAsync(_store, ExportFormat.Jsonl, export, progress: null, default);
        await _erasures.RequestAsync("ann", default);
        await Sweep(retained: null).RunAsync(expired: false, default);

        var imported = await ObservationImport.RunAsync(file, Guard(), default);

        Assert.Equal((0, 1, 2), (imported.Stored, imported.AlreadyStored, imported.Erased));
        Assert.Equal(["bob"], (await _store.ReadAsync(null, 10, default)).Items.Select(play => play.Player));
    }

    [Fact]
    public async Task Sweep_AfterRetainDays_DeletesWhatIsOlderAndNothingElse()
    {
        foreach (var age in (int[])[31, 5, 30, 40])
            await _store.AppendAsync(Play("ann", TimeSpan.FromDays(-age)), default);

        await Sweep(TimeSpan.FromDays(30)).RunAsync(expired: true, default);

        Assert.Equal([5, 30], (await _store.ReadAsync(null, 10, default)).Items.Select(play => (_clock.GetUtcNow() - play.Time).Days));
        Assert.Equal(0, (await ErasureTotals.ReadAsync(_documents, default)).Drawings);
        Assert.Equal(
            AppendOutcome.Erased, await Guard(TimeSpan.FromDays(30)).AppendAsync(Play("bob", TimeSpan.FromDays(-31)), default));
    }

    [Fact]
    public async Task Sweep_WhoseProcessIsGone_IsDoneByAnotherAfterAMinute()
    {
        await _store.AppendAsync(Play("ann", TimeSpan.Zero), default);
        await new Erasures(_documents, _clock).RequestAsync("ann", default);
        await _erasures.RefreshAsync(default);
        await Sweep(retained: null).RunAsync(expired: false, default);
        Assert.Single((await _store.ReadAsync(null, 10, default)).Items);

        _clock.Set(_clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        await Sweep(retained: null).RunAsync(expired: false, default);

        Assert.Empty((await _store.ReadAsync(null, 10, default)).Items);
        Assert.NotNull((await _erasures.FindNowAsync("ann", default))!.DoneAt);
    }

    [Fact]
    public async Task Sweep_AfterRetainDays_LeavesWhoHasNotAskedAsTheyAre()
    {
        var personal = new PersonalModelStore(_documents, _store);
        var (kept, old) = (Play("ann", TimeSpan.Zero), Play("bob", TimeSpan.FromDays(-31)));
        await _store.AppendAsync(kept, default);
        await _store.AppendAsync(old, default);
        await personal.AddAsync("ann", 0, [kept.Id], default);
        await personal.AddAsync("bob", await personal.ForgetAsync("bob", default), [old.Id], default);
        await personal.ForgetAsync("carl", default);
        var probe = new ErasureProbe();

        await Sweep(TimeSpan.FromDays(30), personal, probe).RunAsync(expired: true, default);

        Assert.Equal([kept.Id], (await personal.ReadAsync("ann", default)).Marked);
        Assert.Equal((1, 0), await DescribeAsync("bob"));
        Assert.Equal((1, 0), await DescribeAsync("carl"));
        Assert.All(probe.Scopes, scope => Assert.False(scope.Covers("ann") || scope.Covers("bob")));
        Assert.All(probe.Scopes, scope => Assert.Equal([old.Id], scope.Drawings));

        async Task<(int, int)> DescribeAsync(string player) =>
            await personal.ReadAsync(player, default) is var record ? (record.Epoch, record.Marked.Count) : default;
    }

    [Fact]
    public async Task Sweep_OfWhoAsked_LeavesNoRecordWhateverItsEpoch()
    {
        var personal = new PersonalModelStore(_documents, _store);
        await personal.ForgetAsync("ann", default);
        await _erasures.RequestAsync("ann", default);
        await Sweep(retained: null, personal).RunAsync(expired: false, default);
        Assert.Empty(await _documents.ListAsync("personal", default));

        // Done is done: who plays on and has the handwriting forgotten keeps that.
        await personal.ForgetAsync("ann", default);
        await _erasures.RefreshAsync(default);
        await Sweep(retained: null, personal).RunAsync(expired: true, default);
        Assert.Equal(1, (await personal.ReadAsync("ann", default)).Epoch);
    }

    [Fact]
    public async Task Sweep_APlayThatComesDuringTheScan_IsDeletedBeforeTheRequestIsDone()
    {
        var late = Play("ann", TimeSpan.Zero);
        await _store.AppendAsync(Play("ann", TimeSpan.Zero), default);
        await _erasures.RequestAsync("ann", default);
        var probe = new ErasureProbe { ErasingFirst = () => _store.AppendAsync(late, default) };

        await Sweep(retained: null, probe).RunAsync(expired: false, default);

        Assert.Null(await _store.FindAsync(late.Id, default));
        Assert.NotNull((await _erasures.FindNowAsync("ann", default))!.DoneAt);
    }

    [Fact]
    public async Task Refresh_TwoAtOnce_TheLaterListStays()
    {
        var there = new Erasures(_documents, _clock);
        await there.RequestAsync("ann", default);
        var slow = new SlowDocumentList(_documents);
        using var here = new Erasures(slow, _clock);
        var first = here.RefreshAsync(default);
        await slow.Read.Task;
        await there.RequestAsync("bob", default);
        var second = here.RefreshAsync(default);
        await Task.WhenAny(second, Task.Delay(100));
        slow.Gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.NotNull(here.Find("bob"));
    }

    [Fact]
    public async Task Append_OfWhoAskedLongAgo_OverwritesNothing()
    {
        await _erasures.RequestAsync("ann", default);
        await Guard().AppendAsync(Play("ann", TimeSpan.FromSeconds(1)), default);
        var cursor = (await _store.ReadChangesAsync(null, 10, default)).Next;
        await Guard().AppendAsync(Play("ann", TimeSpan.FromSeconds(2)), default);
        Assert.Single((await _store.ReadChangesAsync(cursor, 10, default)).Items);
    }

    [Fact]
    public async Task Append_JudgedByWhoAskedLongAgo_OverwritesNothing()
    {
        await _erasures.RequestAsync("ann", default);
        await Guard().AppendAsync(Play("carl", TimeSpan.Zero), default);
        var cursor = (await _store.ReadChangesAsync(null, 10, default)).Next;
        var later = _clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        var judged = Play("carl", TimeSpan.Zero) with { Votes = [new Vote("ann", 4, later)], Label = new Label(4, "ann", later) };
        await Guard().AppendAsync(judged, default);
        Assert.Single((await _store.ReadChangesAsync(cursor, 10, default)).Items);
        Assert.Single((await _store.FindAsync(judged.Id, default))!.Votes);
    }

    [Fact]
    public async Task Request_DoesNotNameThePlayer()
    {
        await _erasures.RequestAsync("ann-with-a-long-name", default);
        Assert.All(
            await _documents.ListAsync("erasures", default),
            request => Assert.DoesNotContain("ann", $"{request.Name}{request.Read<object>()}", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _erasures.Dispose();
        _store.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private ErasureGuard Guard(TimeSpan? retained = null) => new(_store, _erasures, new Retention(retained, _clock));

    private ErasureSweep Sweep(TimeSpan? retained, params IErasable[] erasables) =>
        new(_store, erasables, _erasures, new Retention(retained, _clock), _clock, NullLogger<ErasureSweep>.Instance);

    private Observation Play(string player, TimeSpan after) =>
        ObservationBuilder.Of() with { Player = player, Time = _clock.GetUtcNow() + after, Label = ObservationBuilder.Label(3, player) };
}
