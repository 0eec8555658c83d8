using GameNight.Identity.Erasure;
using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;

namespace GameNight.Tests.Observations.Erasure;

/// <summary>Several at once, and what comes again: after a failure, or by an import.</summary>
public sealed partial class ErasureGuardTests
{
    /// <param name="isKnown">Whether the game has heard of the deletion before the drawings come.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_SeveralAtOnce_TakesAwayWhatWasDeletedAndNothingElse(bool isKnown)
    {
        var taken = Play("bob", TimeSpan.Zero);
        await _store.AppendAsync(taken, default);
        using var there = new Erasures(_documents, _clock);
        await (isKnown ? _erasures : there).RequestAsync("ann", default);
        var later = _clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        Observation[] plays =
        [
            Play("ann", TimeSpan.Zero),
            taken with { Player = "dan" },
            Play("bob", TimeSpan.Zero),
            Play("ann", TimeSpan.FromSeconds(1)),
            Play("carl", TimeSpan.Zero) with { Votes = [new Vote("ann", 4, _clock.GetUtcNow()), new Vote("bob", 4, later)] },
        ];

        var outcomes = await Guard().AppendAsync(plays, default);

        Assert.Equal(
            [AppendOutcome.Erased, AppendOutcome.Conflict, AppendOutcome.Stored, AppendOutcome.Stored, AppendOutcome.Stored], outcomes);
        var ids = (await _store.ReadAsync(null, 10, default)).Items.Select(play => play.Id);
        Assert.Equivalent(new[] { taken.Id, plays[2].Id, plays[3].Id, plays[4].Id }, ids, strict: true);
        Assert.Equal("bob", Assert.Single((await _store.FindAsync(plays[4].Id, default))!.Votes).Player);
    }

    [Fact]
    public async Task Append_AgainAfterAFailure_IsDeletedNow()
    {
        // It was stored; then nobody could be asked whether it was deleted meanwhile.
        var play = Play("ann", TimeSpan.Zero);
        await _store.AppendAsync(play, default);
        await _erasures.RequestAsync("ann", default);

        Assert.Equal(AppendOutcome.Erased, await Guard().AppendAsync(play, default));
        Assert.Null(await _store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Append_WithTheIdOfAnother_LeavesThatOne()
    {
        var play = Play("carl", TimeSpan.Zero);
        await _store.AppendAsync(play, default);
        await _erasures.RequestAsync("ann", default);
        Assert.Equal(AppendOutcome.Erased, await Guard().AppendAsync(play with { Player = "ann" }, default));
        Assert.NotNull(await _store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Append_AgainWithAVoteThatWasDeleted_TakesThatAwayAndLeavesALaterOne()
    {
        var now = _clock.GetUtcNow();
        var play = Play("carl", TimeSpan.Zero) with { Votes = [new Vote("ann", 4, now), new Vote("bob", 4, now)] };
        await _store.AppendAsync(play, default);
        using var there = new Erasures(_documents, _clock);
        await there.RequestAsync("ann", default);
        await there.RequestAsync("bob", default);
        await _store.VoteAsync(play.Id, new Vote("bob", 9, now + TimeSpan.FromSeconds(1)), default);

        Assert.Equal(AppendOutcome.AlreadyStored, await Guard().AppendAsync(play, default));

        Assert.Equal(9, Assert.Single((await _store.FindAsync(play.Id, default))!.Votes).Digit);
    }

    [Fact]
    public async Task Import_OfALabelThatRestsOnADeletedVote_LeavesItOut()
    {
        var now = _clock.GetUtcNow();
        Observation[] plays =
        [
            Play("carl", TimeSpan.Zero) with
            {
                Votes = [new Vote("ann", 4, now), new Vote("bob", 4, now)], Label = new Label(4, JuryVerdict.Author, now),
            },
            Play("carl", TimeSpan.Zero) with { Label = new Label(4, "ann", now) },
        ];
        foreach (var play in plays)
            await _store.AppendAsync(play, default);
        var file = Path.Combine(_folder.Path, "old.jsonl");
        await using (var export = File.Create(file))
            await ObservationExport.WriteAsync(_store, ExportFormat.Jsonl, export, progress: null, default);
        await _erasures.RequestAsync("ann", default);
        await Sweep(retained: null).RunAsync(expired: false, default);

        var imported = await ObservationImport.RunAsync(file, Guard(), default);

        Assert.Equal((2, 0), (imported.AlreadyStored, imported.LabelsSet));
        Assert.All((await _store.ReadAsync(null, 10, default)).Items, play => Assert.Null(play.Label));
    }
}
