using System.Threading.RateLimiting;

namespace GameNight.Limits;

/// <summary>
/// Makes limits that count by a name. All of them are one limiter of the library, whose timer fires ten times a second for as long as the
/// process lives: with one for each limit, a game at which nobody plays would hardly sleep.
/// </summary>
public static class NamedLimits
{
    private static readonly PartitionedRateLimiter<RateLimitPartition<(int Limit, string Name)>> All =
        PartitionedRateLimiter.Create<RateLimitPartition<(int, string)>, (int, string)>(partition => partition);

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
