using GameNight.Background;

namespace GameNight.Tests.Background;

public sealed class RestTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private readonly FakeClock _clock = new();
    private readonly Rest _rest;

    public RestTests() => _rest = new Rest(_clock, Longest);

    [Fact]
    public void Wait_BeforeAnyTurn_IsOver() => Assert.True(_rest.WaitAsync(default).IsCompleted);

    [Theory]
    [InlineData(50, 150)]
    [InlineData(1000, 400)]
    public async Task Wait_AfterATurn_IsThreeTimesAsLongButNotTooLong(int worked, int rests)
    {
        Work(worked);
        var waiting = _rest.WaitAsync(default);
        _clock.Pass(TimeSpan.FromMilliseconds(rests - 1));
        Assert.False(waiting.IsCompleted);
        _clock.Pass(TimeSpan.FromMilliseconds(1));
        await waiting;
    }

    [Fact]
    public void Wait_AfterATurnOfALazyOne_IsAsManyTimesAsLong()
    {
        var rest = new Rest(_clock, Longest, forWork: 7);
        rest.Begin();
        _clock.Pass(TimeSpan.FromMilliseconds(10));
        rest.End();
        _clock.Pass(TimeSpan.FromMilliseconds(69));
        Assert.False(rest.WaitAsync(default).IsCompleted);
        _clock.Pass(TimeSpan.FromMilliseconds(1));
        Assert.True(rest.WaitAsync(default).IsCompleted);
    }

    [Fact]
    public void Wait_LongAfterATurn_IsOver()
    {
        Work(50);
        _clock.Pass(TimeSpan.FromMilliseconds(150));
        Assert.True(_rest.WaitAsync(default).IsCompleted);
    }

    private void Work(int milliseconds)
    {
        _rest.Begin();
        _clock.Pass(TimeSpan.FromMilliseconds(milliseconds));
        _rest.End();
    }
}
