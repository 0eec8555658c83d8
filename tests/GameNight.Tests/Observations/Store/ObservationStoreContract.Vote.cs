using GameNight.Observations.Store;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Vote_ByTwoPlayers_BothAreThereAndTheLabelIsNotChanged()
    {
        var play = await AppendedAsync();
        Assert.Equal(VoteOutcome.Stored, await Store.VoteAsync(play.Id, Vote("Ada", 7), default));
        Assert.Equal(VoteOutcome.Stored, await Store.VoteAsync(play.Id, Vote("Ben", null), default));
        AssertEqual(play with { Votes = [Vote("Ada", 7), Vote("Ben", null)] }, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Vote_OfTheSamePlayerAgain_CountsOnceAndTheLastStands()
    {
        var play = await AppendedAsync();
        await Store.VoteAsync(play.Id, Vote("Ada", 7), default);
        Assert.Equal(VoteOutcome.Unchanged, await Store.VoteAsync(play.Id, Vote("Ada", 7), default));
        Assert.Equal(VoteOutcome.Stored, await Store.VoteAsync(play.Id, Vote("Ada", 1), default));
        AssertEqual(play with { Votes = [Vote("Ada", 1)] }, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Vote_OnAnUnknownDrawing_IsNotFoundAndStoresNothing()
    {
        Assert.Equal(VoteOutcome.NotFound, await Store.VoteAsync(Guid.NewGuid(), Vote("Ada", 7), default));
        Assert.Empty(await ReadAllChangesAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public async Task Vote_NoDigit_IsRefused(int digit)
    {
        var play = await AppendedAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.VoteAsync(play.Id, Vote("Ada", digit), default));
    }

    [Fact]
    public async Task Vote_IsAChange_AndSoIsTakingItAway()
    {
        var play = await AppendedAsync();
        await ReadAllChangesAsync();
        await Store.VoteAsync(play.Id, Vote("Ada", 7), default);
        await Store.VoteAsync(play.Id, Vote("Ben", 7), default);
        Assert.Equal(2, (await ReadAllChangesAsync())[^1].Votes.Count);
        await Store.UnvoteAsync(play.Id, "Ada", default);
        await Store.UnvoteAsync(play.Id, "Ada", default);
        Assert.Equal([Vote("Ben", 7)], (await ReadAllChangesAsync())[^1].Votes);
    }

    [Fact]
    public async Task Vote_OfManyAtOnce_LosesNone()
    {
        var play = await AppendedAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Store.VoteAsync(play.Id, Vote($"player {i}", i), default)));
        var votes = (await Store.FindAsync(play.Id, default))!.Votes;
        Assert.Equal(Enumerable.Range(0, 8), votes.Select(vote => vote.Digit!.Value).Order());
    }

    [Fact]
    public async Task Append_WithVotes_KeepsThem()
    {
        var play = await AppendedAsync(Of() with { Votes = [Vote("Ada", 3), Vote("Ben", null)] });
        AssertEqual(play, await Store.FindAsync(play.Id, default));
    }
}
