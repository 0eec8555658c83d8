using GameNight.Play.Rounds;
using GameNight.Play.Sprint;

namespace GameNight.Tests.Play.Sprint;

public sealed class SprintRunTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(7);
    private readonly SprintRun _run = new(4);

    [Fact]
    public void Read_AtTheFirstTry_IsWorthOneMoreForEachInTheRowUpToFive()
    {
        var run = _run;
        int[] points = [.. Enumerable.Range(0, 7).Select(_ => (run = run.Read(_random)).Points)];
        Assert.Equal([1, 3, 6, 10, 15, 20, 25], points);
        Assert.Equal(new SprintScore(25, 7, 7), run.Score);
    }

    [Fact]
    public void Read_AtTheSecondTry_IsWorthAPointAndEndsTheRow()
    {
        var run = _run.Read(_random).Read(_random).Missed().Read(_random);
        Assert.Equal((4, 0), (run.Points, run.Row));
        run = run.Read(_random);
        Assert.Equal((new SprintScore(5, 4, 2), 1), (run.Score, run.Row));
    }

    [Fact]
    public void Skipped_AfterARow_EndsItAndCostsNoPoints()
    {
        var run = _run.Read(_random).Read(_random).Skipped(_random);
        Assert.Equal((3, 2, 0, 2), (run.Points, run.Digits, run.Row, run.BestRow));
        Assert.Equal(4, run.Read(_random).Points);
    }

    [Fact]
    public void Asked_AfterEachDigit_IsAnother()
    {
        var run = SprintRun.Ready(_random);
        for (var i = 0; i < 200; i++)
        {
            var next = i % 2 == 0 ? run.Read(_random) : run.Skipped(_random);
            Assert.NotEqual(run.Asked, next.Asked);
            Assert.InRange(next.Asked, 0, 9);
            run = next;
        }
    }

    [Fact]
    public void LeftAt_BeforeDuringAndAfter_IsBetweenAMinuteAndNothing()
    {
        Assert.Equal(SprintRun.Length, _run.LeftAt(Start));
        var run = _run with { StartedAt = Start };
        Assert.Equal(TimeSpan.FromSeconds(48), run.LeftAt(Start.AddSeconds(12)));
        Assert.Equal(TimeSpan.Zero, run.LeftAt(Start.AddSeconds(61)));
        // The clock was set back.
        Assert.Equal(SprintRun.Length, run.LeftAt(Start.AddSeconds(-5)));
    }
}
