using System.Collections.Concurrent;

namespace GameNight.Benchmarks.Cost;

/// <summary>What a server was asked, by kind of request. Safe for concurrent use.</summary>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<string, RequestCount> _kinds = new();

    /// <summary>The kinds of request in the order of their names.</summary>
    public IReadOnlyList<RequestCount> All => [.. _kinds.Values.OrderBy(count => count.Kind, StringComparer.Ordinal)];

    /// <param name="kind">The kind of request.</param>
    /// <param name="reads">Its read units.</param>
    /// <param name="writes">Its write units.</param>
    public void Add(string kind, double reads = 0, double writes = 0) => _kinds.AddOrUpdate(
        kind, new RequestCount(kind, 1, reads, writes),
        (_, count) => new RequestCount(kind, count.Requests + 1, count.Reads + reads, count.Writes + writes));

    public void Clear() => _kinds.Clear();
}
