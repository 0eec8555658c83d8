using System.Threading.RateLimiting;

namespace GameNight.Limits;

/// <summary>Makes limits that count by a name. One timer looks after all of them, and only while there is anything to count.</summary>
public static class NamedLimits
{
    private static readonly LimitersByName All = new(TimeProvider.System);

    private static int _created;

    /// <summary>Makes a limit that knows nothing of the others. What it counts is forgotten ten seconds after it's at rest.</summary>
    /// <param name="partition">The name by which something counts, and the limiter of a name that is new.</param>
    public static PartitionedRateLimiter<T> Create<T>(Func<T, RateLimitPartition<string>> partition)
    {
        var limit = Interlocked.Increment(ref _created);
        return All.WithTranslatedKey<T>(
            resource =>
            {
                var named = partition(resource);
                return RateLimitPartition.Get((limit, named.PartitionKey), key => named.Factory(key.PartitionKey));
            },
            leaveOpen: true);
    }
}
