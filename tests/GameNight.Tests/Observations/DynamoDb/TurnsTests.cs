using GameNight.Observations.DynamoDb;

namespace GameNight.Tests.Observations.DynamoDb;

public sealed class TurnsTests
{
    private readonly Turns _turns = new();

    [Fact]
    public async Task Comes_WhenAllBeforeHaveEnded()
    {
        var (first, second, third) = (_turns.Take(), _turns.Take(), _turns.Take());
        second.End();
        Assert.False(third.ComesAsync().IsCompleted);
        first.End();
        Assert.True(await second.ComesAsync());
        Assert.True(await third.ComesAsync());
    }

    [Fact]
    public async Task Comes_OneBeforeHasFailed_NobodyOvertakesIt()
    {
        var (first, second, third) = (_turns.Take(), _turns.Take(), _turns.Take());
        second.End();
        first.Dispose();
        Assert.False(await second.ComesAsync());
        Assert.False(await third.ComesAsync());
        third.Dispose();
        await third.Ended;

        Assert.True(await _turns.Take().ComesAsync());
    }

    [Fact]
    public async Task Dispose_AfterItHasEnded_IsNoFailure()
    {
        var (first, second) = (_turns.Take(), _turns.Take());
        first.End();
        first.Dispose();
        Assert.True(await second.ComesAsync());
    }
}
