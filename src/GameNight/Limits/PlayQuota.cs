using System.Threading.RateLimiting;

namespace GameNight.Limits;

/// <summary>
/// How many drawings of each player, and how many bytes of them, are kept. It counts in memory: a restart begins anew, and each process
/// counts by itself.
/// </summary>
public sealed class PlayQuota : IDisposable
{
    private readonly PartitionedRateLimiter<string> _plays;
    private readonly PartitionedRateLimiter<string> _kilobytes;
    private readonly LimitOptions _options;

    public PlayQuota(LimitOptions options)
    {
        _options = options;
        _plays = PartitionedRateLimiter.Create<string, string>(player => RateLimitPartition.GetTokenBucketLimiter(
            player, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.PlaysPerMinute,
                TokensPerPeriod = options.PlaysPerMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            }));
        _kilobytes = PartitionedRateLimiter.Create<string, string>(player => RateLimitPartition.GetFixedWindowLimiter(
            player, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = 1024 * options.MegabytesPerDay,
                Window = TimeSpan.FromDays(1),
            }));
    }

    /// <summary>Takes a drawing from what a player may have kept.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="bytes">About how many bytes the drawing takes.</param>
    /// <exception cref="NotKeptException">The player has drawn too much.</exception>
    public void Take(string player, int bytes)
    {
        using var play = _plays.AttemptAcquire(player);
        if (!play.IsAcquired)
        {
            throw new NotKeptException(
                StatusCodes.Status429TooManyRequests,
                $"That’s more than {_options.PlaysPerMinute:N0} drawings in a minute. This one isn’t kept; the others are, "
                    + "and you can play on.",
                TimeSpan.FromMinutes(1));
        }

        using var space = _kilobytes.AttemptAcquire(player, 1 + bytes / 1024);
        if (!space.IsAcquired)
        {
            throw new NotKeptException(
                StatusCodes.Status429TooManyRequests,
                $"Your drawings of today fill {_options.MegabytesPerDay:N0} MB. This one isn’t kept; the others are, and you can play on.",
                TimeSpan.FromDays(1));
        }
    }

    public void Dispose()
    {
        _plays.Dispose();
        _kilobytes.Dispose();
    }
}
