using System.Threading.RateLimiting;

namespace GameNight.Limits;

/// <summary>
/// A limiter for each name, made when the name first comes and forgotten ten seconds after it's at rest: what
/// <see cref="PartitionedRateLimiter.Create"/> makes, too, but with a timer that rests as well while there's nothing to look after. The
/// library's fires ten times a second for as long as the process lives, and a game at which nobody plays would hardly sleep.
/// </summary>
internal sealed class LimitersByName : PartitionedRateLimiter<RateLimitPartition<(int Limit, string Name)>>
{
    /// <summary>How often what was used up is given back, and what is at rest is looked for.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private static readonly Type Unlimited = RateLimitPartition.GetNoLimiter("").Factory("").GetType();

    // Held while a permit is asked for, which never waits, so that no limiter is forgotten in between.
    private readonly Lock _lock = new();
    private readonly Dictionary<(int, string), RateLimiter> _limiters = [];
    private readonly ITimer _timer;

    public LimitersByName(TimeProvider clock) =>
        _timer = clock.CreateTimer(_ => LookAfter(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public override RateLimiterStatistics? GetStatistics(RateLimitPartition<(int Limit, string Name)> resource)
    {
        lock (_lock)
            return Of(resource).GetStatistics();
    }

    protected override RateLimitLease AttemptAcquireCore(RateLimitPartition<(int Limit, string Name)> resource, int permitCount)
    {
        lock (_lock)
            return Of(resource).AttemptAcquire(permitCount);
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        RateLimitPartition<(int Limit, string Name)> resource, int permitCount, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Of(resource).AcquireAsync(permitCount, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _timer.Dispose();
            foreach (var limiter in _limiters.Values)
                limiter.Dispose();
            _limiters.Clear();
        }

        base.Dispose(disposing);
    }

    private RateLimiter Of(RateLimitPartition<(int Limit, string Name)> partition)
    {
        if (_limiters.TryGetValue(partition.PartitionKey, out var known))
            return known;
        var limiter = partition.Factory(partition.PartitionKey);
        // There's nothing to look after where nothing is counted.
        if (limiter.GetType() == Unlimited)
            return limiter;
        _limiters.Add(partition.PartitionKey, limiter);
        if (_limiters.Count == 1)
            LookAgain();
        return limiter;
    }

    private void LookAfter()
    {
        lock (_lock)
        {
            foreach (var (name, limiter) in _limiters)
            {
                if (limiter.IdleDuration > Rest)
                {
                    _limiters.Remove(name);
                    limiter.Dispose();
                }
                else if (limiter is ReplenishingRateLimiter replenishing)
                {
                    replenishing.TryReplenish();
                }
            }

            if (_limiters.Count > 0)
                LookAgain();
        }
    }

    private void LookAgain() => _timer.Change(Interval, Timeout.InfiniteTimeSpan);
}
