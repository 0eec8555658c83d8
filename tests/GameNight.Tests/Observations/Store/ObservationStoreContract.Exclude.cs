using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Exclude_AndIncludedAgain_IsAsSetLast()
    {
        var play = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        var other = await AppendedAsync();
        foreach (var excluded in new[] { true, true, false, false, true })
        {
            Assert.True(await Store.ExcludeAsync(play.Id, excluded, default));
            ObservationBuilder.AssertEqual(play with { Excluded = excluded }, await Store.FindAsync(play.Id, default));
            Assert.Equal([excluded, false], (await Store.ReadAsync(null, 10, default)).Items.Select(item => item.Excluded));
        }

        ObservationBuilder.AssertEqual(other, await Store.FindAsync(other.Id, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exclude_UnknownId_IsFalseAndStoresNothing(bool excluded)
    {
        var id = Guid.NewGuid();
        Assert.False(await Store.ExcludeAsync(id, excluded, default));
        Assert.Null(await Store.FindAsync(id, default));
        Assert.Empty(await ReadAllChangesAsync());
    }

    [Fact]
    public async Task Exclude_ThenAppendedAgainAndLabelled_StaysExcludedWithTheLabel()
    {
        var play = await AppendedAsync();
        await Store.ExcludeAsync(play.Id, true, default);
        Assert.Equal(AppendOutcome.AlreadyStored, await Store.AppendAsync(play, default));
        Assert.Equal(LabelOutcome.Stored, await Store.LabelAsync(play.Id, ObservationBuilder.Label(8), default));
        await SettledAsync();
        ObservationBuilder.AssertEqual(
            play with { Label = ObservationBuilder.Label(8), Excluded = true }, await Store.FindAsync(play.Id, default));
        Assert.Equal(1, await Store.CountLabelledAsync(default));
    }
}
