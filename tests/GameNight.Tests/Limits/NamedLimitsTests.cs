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

    private static PartitionedRateLimiter<string> AtMost(int permits) => NamedLimits.Create<string>(
        name => RateLimitPartition.GetFixedWindowLimiter(
            name, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromHours(1) }));
}
