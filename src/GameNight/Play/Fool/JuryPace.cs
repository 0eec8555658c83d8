using System.Threading.RateLimiting;

namespace GameNight.Play.Fool;

/// <summary>Holds those who vote faster than anybody can look: a script gets no more say than a person.</summary>
public sealed class JuryPace : IDisposable
{
    /// <summary>The most votes of a player in a minute.</summary>
    public const int VotesPerMinute = 30;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        player => RateLimitPartition.GetSlidingWindowLimiter(player, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = VotesPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>Whether one more vote of the player counts.</summary>
    public bool TryTake(string player)
    {
        using var lease = _limiter.AttemptAcquire(player);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
