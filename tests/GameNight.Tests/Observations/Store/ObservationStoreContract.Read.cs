namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Read_Empty_HasNoItemsAndNoCursor()
    {
        var page = await Store.ReadAsync(null, 10, default);
        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Read_PageByPage_HasAllInTheOrderAppended()
    {
        // Their times are in the opposite order.
        var plays = Enumerable.Range(0, 25).Select(i => ObservationBuilder.Of(100 - i) with
        {
            Label = i % 2 == 0 ? ObservationBuilder.Label(i % 10) : null,
        }).ToList();
        foreach (var play in plays)
            await AppendedAsync(play);
        foreach (var limit in (int[])[1, 7, 25, 1000])
        {
            var read = await ReadAllAsync(Store, limit);
            Assert.Equal(plays.Select(play => play.Id), read.Select(play => play.Id));
            Assert.All(plays.Zip(read), pair => ObservationBuilder.AssertEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public async Task Read_FromTheEnd_HasWhatIsAppendedLater()
    {
        await AppendedAsync();
        var end = (await Store.ReadAsync(null, 10, default)).Next;
        var nothing = await Store.ReadAsync(end, 10, default);
        Assert.Empty(nothing.Items);
        Assert.NotNull(nothing.Next);

        var later = await AppendedAsync();
        Assert.Equal(later.Id, Assert.Single((await Store.ReadAsync(nothing.Next, 10, default)).Items).Id);
    }

    [Fact]
    public async Task Read_LabelledMeanwhile_KeepsTheOrderAndHasTheLabel()
    {
        var plays = new[] { await AppendedAsync(), await AppendedAsync(), await AppendedAsync() };
        var first = await Store.ReadAsync(null, 1, default);
        await Store.LabelAsync(plays[0].Id, ObservationBuilder.Label(1), default);
        await Store.LabelAsync(plays[2].Id, ObservationBuilder.Label(2), default);
        var rest = await Store.ReadAsync(first.Next, 10, default);
        Assert.Equal([plays[1].Id, plays[2].Id], rest.Items.Select(play => play.Id));
        Assert.Equal([null, 2], rest.Items.Select(play => play.Label?.Digit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("1; DROP TABLE observation")]
    public async Task Read_NotACursor_IsRefused(string cursor)
    {
        await AppendedAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(cursor, 10, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task Read_LimitOutOfRange_IsRefused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadAsync(null, limit, default));
}
