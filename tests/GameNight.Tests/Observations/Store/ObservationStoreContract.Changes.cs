using System.Collections.Concurrent;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task ReadChanges_Empty_HasNoItemsAndNoCursor()
    {
        var page = await Store.ReadChangesAsync(null, 10, default);
        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task ReadChanges_FromTheStart_HasEachOnceInTheOrderOfItsLastChange()
    {
        var plays = new List<Observation>();
        for (var i = 0; i < 12; i++)
            plays.Add(await AppendedAsync(ObservationBuilder.Of(i)));
        await LabelledAsync(plays, 3, 1);
        await LabelledAsync(plays, 7, 2);
        await ExcludedAsync(plays, 5, true);
        await LabelledAsync(plays, 3, 9);
        await ExcludedAsync(plays, 0, true);
        await ExcludedAsync(plays, 0, false);
        foreach (var limit in (int[])[1, 2, 7, 1000])
        {
            var changes = await ReadAllChangesAsync(limit);
            Assert.Equal(((int[])[1, 2, 4, 6, 8, 9, 10, 11, 7, 5, 3, 0]).Select(i => plays[i].Id), changes.Select(play => play.Id));
            Assert.All(changes, change => ObservationBuilder.AssertEqual(plays.Find(play => play.Id == change.Id)!, change));
        }

        Assert.Equal(plays.Select(play => play.Id), (await ReadAllAsync(Store, 5)).Select(play => play.Id));
    }

    [Fact]
    public async Task ReadChanges_FromTheEnd_HasLaterChanges()
    {
        var plays = new List<Observation> { await AppendedAsync(), await AppendedAsync() };
        await SettledAsync();
        var end = (await Store.ReadChangesAsync(null, 10, default)).Next;
        Assert.NotNull(end);
        Assert.Equivalent(new ObservationPage([], end), await Store.ReadChangesAsync(end, 10, default));

        await LabelledAsync(plays, 0, 7);
        var labelled = await Store.ReadChangesAsync(end, 10, default);
        ObservationBuilder.AssertEqual(plays[0], Assert.Single(labelled.Items));
        await ExcludedAsync(plays, 0, true);
        var excluded = await Store.ReadChangesAsync(labelled.Next, 10, default);
        ObservationBuilder.AssertEqual(plays[0], Assert.Single(excluded.Items));
        plays.Add(await AppendedAsync());
        await SettledAsync();
        ObservationBuilder.AssertEqual(plays[2], Assert.Single((await Store.ReadChangesAsync(excluded.Next, 10, default)).Items));
    }

    [Fact]
    public async Task ReadChanges_AfterRepetitions_HasNoChange()
    {
        var plays = new List<Observation> { await AppendedAsync() };
        await LabelledAsync(plays, 0, 3);
        await ExcludedAsync(plays, 0, true);
        var end = (await Store.ReadChangesAsync(null, 10, default)).Next;
        Assert.Equal(AppendOutcome.AlreadyStored, await Store.AppendAsync(plays[0], default));
        Assert.Equal(LabelOutcome.Unchanged, await Store.LabelAsync(plays[0].Id, ObservationBuilder.Label(3, "bob"), default));
        await ExcludedAsync(plays, 0, true);
        Assert.Equivalent(new ObservationPage([], end), await Store.ReadChangesAsync(end, 10, default));
    }

    [Fact]
    public async Task ReadChanges_WhileEightWritersChangeAtRandom_EndsWithTheLastState()
    {
        using var done = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            var seen = new Dictionary<Guid, Observation>();
            string? cursor = null;
            while (true)
            {
                // Taken before the read: a change after a read that began earlier needs another read.
                var last = done.IsCancellationRequested;
                var page = await Store.ReadChangesAsync(cursor, 7, default);
                foreach (var play in page.Items)
                    seen[play.Id] = play;
                if (last && page.Next == cursor)
                    return seen;
                cursor = page.Next;
            }
        });
        var ids = new ConcurrentQueue<Guid>();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                var random = new Random(writer);
                for (var i = 0; i < 50; i++)
                {
                    var any = ids.IsEmpty ? default : ids.ElementAt(random.Next(ids.Count));
                    var what = random.Next(10);
                    if (what < 3 || any == default)
                    {
                        Label? label = random.Next(3) == 0 ? ObservationBuilder.Label(i % 10) : null;
                        ids.Enqueue((await AppendedAsync(ObservationBuilder.Of(i) with { Label = label })).Id);
                    }
                    else if (what < 8)
                    {
                        var label = ObservationBuilder.Label(random.Next(10), $"writer {writer}");
                        Assert.NotEqual(LabelOutcome.NotFound, await Store.LabelAsync(any, label, default));
                    }
                    else
                    {
                        await ExcludedAsync(any, random.Next(2) == 0);
                    }
                }
            })));
            await SettledAsync();
        }
        finally
        {
            await done.CancelAsync();
        }

        var followed = await following;
        var stored = await ReadAllAsync(Store);
        Assert.Equal(ids.Order(), stored.Select(play => play.Id).Order());
        Assert.Equal(stored.Count, followed.Count);
        Assert.All(stored, play => ObservationBuilder.AssertEqual(play, followed[play.Id]));
        var afterwards = await ReadAllChangesAsync(50);
        Assert.Equal(ids.Order(), afterwards.Select(play => play.Id).Order());
        Assert.All(afterwards, play => ObservationBuilder.AssertEqual(followed[play.Id], play));
        Assert.Equal(stored.Count(play => play.Label is not null), await Store.CountLabelledAsync(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("0123456789abcdef.1")]
    [InlineData(".1")]
    public async Task ReadChanges_NotACursor_IsRefused(string cursor)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadChangesAsync(cursor, 10, default));
        await AppendedAsync();
        await SettledAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadChangesAsync(cursor, 10, default));
    }

    [Theory]
    [InlineData("x")]
    [InlineData(".1")]
    public async Task ReadChanges_CursorWithMoreText_IsRefused(string more)
    {
        await AppendedAsync();
        await SettledAsync();
        var cursor = (await Store.ReadChangesAsync(null, 10, default)).Next;
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadChangesAsync(cursor + more, 10, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task ReadChanges_LimitOutOfRange_IsRefused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadChangesAsync(null, limit, default));

    private async Task LabelledAsync(List<Observation> plays, int index, int digit)
    {
        plays[index] = plays[index] with { Label = ObservationBuilder.Label(digit) };
        Assert.Equal(LabelOutcome.Stored, await Store.LabelAsync(plays[index].Id, ObservationBuilder.Label(digit), default));
        await SettledAsync();
    }

    private async Task ExcludedAsync(List<Observation> plays, int index, bool excluded)
    {
        plays[index] = plays[index] with { Excluded = excluded };
        await ExcludedAsync(plays[index].Id, excluded);
    }

    private async Task ExcludedAsync(Guid id, bool excluded)
    {
        await SettledAsync();
        Assert.True(await Store.ExcludeAsync(id, excluded, default));
    }
}
