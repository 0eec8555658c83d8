using System.Threading.RateLimiting;
using GameNight.Limits;

namespace GameNight.Tests.Limits;

public sealed class NamedLimitsTests
{
    [Fact]
    public void Acquire_TheSameNameInTwoLimits_CountsInEach()
    {
        using var one = AtMost(1);
        using var two = AtMost(1);
        Assert.True(one.AttemptAcquire("ann").IsAcquired);
        Assert.True(two.AttemptAcquire("ann").IsAcquired);
        Assert.False(one.AttemptAcquire("ann").IsAcquired);
        Assert.True(one.AttemptAcquire("bob").IsAcquired);
    }

    [Fact]
    public void Dispose_One_LeavesTheOthers()
    {
        using var one = AtMost(1);
        AtMost(1).Dispose();
        Assert.True(one.AttemptAcquire("ann").IsAcquired);
    }

    [Fact]
    public async Task Acquire_AfterTheTime_IsGivenWhatWasUsedUp()
    {
        using var limit = AtMost(1, TimeSpan.FromMilliseconds(50));
        Assert.True(limit.AttemptAcquire("ann").IsAcquired);
        await Eventually.TrueAsync(() => limit.AttemptAcquire("ann").IsAcquired);
    }

    [Fact]
    public async Task Acquire_WhileAnotherHasThePlace_WaitsForIt()
    {
        using var limit = NamedLimits.Create<string>(name => RateLimitPartition.GetConcurrencyLimiter(
            name, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 }));
        var first = limit.AttemptAcquire("ann");
        var second = limit.AcquireAsync("ann").AsTask();
        Assert.False(second.IsCompleted);
        Assert.False(limit.AttemptAcquire("ann").IsAcquired);
        first.Dispose();
        using var lease = await second;
        Assert.True(lease.IsAcquired);
    }

    [Fact]
    public void Acquire_WhoIsNotLimited_IsNeverRefused()
    {
        using var limit = NamedLimits.Create<string>(RateLimitPartition.GetNoLimiter);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(limit.AttemptAcquire("the host").IsAcquired));
    }

    private static PartitionedRateLimiter<string> AtMost(int permits, TimeSpan? window = null) => NamedLimits.Create<string>(
        name => RateLimitPartition.GetFixedWindowLimiter(
            name, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window ?? TimeSpan.FromHours(1) }));
}
