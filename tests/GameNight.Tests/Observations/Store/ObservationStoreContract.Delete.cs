using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Delete_SomeObservations_RemovesThemAndNoOthers()
    {
        var labelled = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        var kept = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(4) });
        var unlabelled = await AppendedAsync();
        await SettledAsync();
        Guid[] ids = [labelled.Id, unlabelled.Id, Guid.NewGuid()];

        Assert.Equal(new DeletedCount(2, 1), await Store.DeleteAsync(ids, default));
        Assert.Equal(new DeletedCount(0, 0), await Store.DeleteAsync(ids, default));
        await Store.PurgeAsync(default);

        Assert.Null(await Store.FindAsync(labelled.Id, default));
        Assert.Equal(LabelOutcome.NotFound, await Store.LabelAsync(labelled.Id, ObservationBuilder.Label(5), default));
        ObservationBuilder.AssertEqual(kept, Assert.Single(await ReadAllAsync(Store)));
        ObservationBuilder.AssertEqual(kept, Assert.Single(await ReadAllChangesAsync()));
        Assert.Equal(1, await Store.CountLabelledAsync(default));
    }

    [Fact]
    public async Task Delete_BetweenTwoPages_LosesAndRepeatsNoneOfTheOthers()
    {
        var plays = new List<Observation>();
        for (var i = 0; i < 6; i++)
            plays.Add(await AppendedAsync());
        await SettledAsync();
        var page = await Store.ReadAsync(null, 3, default);

        await Store.DeleteAsync([plays[0].Id, plays[2].Id, plays[4].Id], default);

        page = await Store.ReadAsync(page.Next, 3, default);
        Assert.Equal([plays[3].Id, plays[5].Id], page.Items.Select(item => item.Id));
        var next = await AppendedAsync();
        await SettledAsync();
        Assert.Equal([next.Id], (await Store.ReadAsync(page.Next, 3, default)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Delete_WhileSomebodyFollowsTheChanges_LetsTheReaderBeginAnew()
    {
        var gone = await AppendedAsync();
        var kept = await AppendedAsync();
        await SettledAsync();
        var cursor = (await Store.ReadChangesAsync(null, 10, default)).Next;

        await Store.DeleteAsync([gone.Id], default);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadChangesAsync(cursor, 10, default));
        ObservationBuilder.AssertEqual(kept, Assert.Single(await ReadAllChangesAsync()));
    }

    [Fact]
    public async Task Unlabel_OneOfTwo_TakesItsLabelAwayAsAChange()
    {
        var play = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(4) });
        await SettledAsync();
        var cursor = (await Store.ReadChangesAsync(null, 10, default)).Next;

        await Store.UnlabelAsync(play.Id, default);
        await Store.UnlabelAsync(play.Id, default);
        await Store.UnlabelAsync(Guid.NewGuid(), default);

        ObservationBuilder.AssertEqual(play with { Label = null }, await Store.FindAsync(play.Id, default));
        var changes = (await Store.ReadChangesAsync(cursor, 10, default)).Items;
        ObservationBuilder.AssertEqual(play with { Label = null }, Assert.Single(changes));
        Assert.Equal(1, await Store.CountLabelledAsync(default));
        Assert.Equal(LabelOutcome.Stored, await Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
    }
}
