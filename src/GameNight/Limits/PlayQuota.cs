using System.Threading.RateLimiting;

namespace GameNight.Limits;

/// <summary>
/// How many drawings of each player, and how many bytes of each player and address, are kept. It counts in memory: a restart begins anew,
/// and each process counts by itself.
/// </summary>
public sealed class PlayQuota : IDisposable
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _plays;
    private readonly PartitionedRateLimiter<string> _ofPlayer;
    private readonly PartitionedRateLimiter<string> _ofAddress;
    private readonly LimitOptions _options;

    public PlayQuota(LimitOptions options)
    {
        _options = options;
        _plays = Buckets(options.PlaysPerMinute, options.PlaysPerMinute);
        _ofPlayer = Daily(options.MegabytesPerDay);
        _ofAddress = Daily(options.MegabytesPerAddress);
    }

    /// <summary>Takes a drawing from what a player may have kept.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="bytes">About how many bytes the drawing takes.</param>
    /// <exception cref="NotKeptException">The player has drawn too much.</exception>
    public void Take(string player, int bytes)
    {
        Require(
            _plays, player, 1,
            $"That’s more than {_options.PlaysPerMinute:N0} drawings in a minute. This one isn’t kept; the others are, and you can "
                + "play on.");
        Require(
            _ofPlayer, player, Kilobytes(bytes),
            $"Your drawings of today fill {_options.MegabytesPerDay:N0} MB. This one isn’t kept; the others are, and you can play on.");
    }

    /// <summary>Takes a drawing from what an address may have kept.</summary>
    /// <param name="address">The address.</param>
    /// <param name="bytes">About how many bytes the drawing takes.</param>
    /// <exception cref="NotKeptException">Too much came from it.</exception>
    public void TakeFrom(string address, int bytes) => Require(
        _ofAddress, address, Kilobytes(bytes),
        $"Today’s drawings from your address fill {_options.MegabytesPerAddress:N0} MB. This one isn’t kept; "
            + "the others are, and you can play on.");

    public void Dispose()
    {
        _plays.Dispose();
        _ofPlayer.Dispose();
        _ofAddress.Dispose();
    }

    private static int Kilobytes(int bytes) => (bytes + 1023) / 1024;

    // By the minute: a bucket that is full again is forgotten, so that names which are used once leave nothing behind.
    private static PartitionedRateLimiter<string> Daily(int megabytes) =>
        Buckets(1024 * megabytes, Math.Max(1, 1024 * megabytes / MinutesOfDay));

    private static PartitionedRateLimiter<string> Buckets(int limit, int perMinute) =>
        NamedLimits.Create<string>(name => RateLimitPartition.GetTokenBucketLimiter(
            name, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limit,
                TokensPerPeriod = perMinute,
                ReplenishmentPeriod = Minute,
            }));

    private static void Require(PartitionedRateLimiter<string> limiter, string name, int permits, string refusal)
    {
        using var lease = limiter.AttemptAcquire(name, permits);
        if (!lease.IsAcquired)
        {
            throw new NotKeptException(
                StatusCodes.Status429TooManyRequests, refusal, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute);
        }
    }
}
