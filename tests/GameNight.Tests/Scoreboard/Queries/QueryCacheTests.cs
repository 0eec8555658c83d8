using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Queries;

public sealed class QueryCacheTests : IDisposable
{
    private readonly MemoryObservationStore _store = new();
    private readonly ScoreboardFixture _scoreboard;
    private readonly SemaphoreSlim _permits = new(0);
    private int _running;
    private int _most;

    public QueryCacheTests() => _scoreboard = new ScoreboardFixture(_store);

    [Fact]
    public async Task Find_WhileARecountRuns_ReturnsTheAnswerBefore()
    {
        var cache = Cache();
        _permits.Release();
        var before = await cache.GetAsync(Filter.All, default);
        await ChangeAsync();
        var recount = cache.GetAsync(Filter.All, default);
        await Eventually.TrueAsync(() => Volatile.Read(ref _running) == 1);
        Assert.Same(before, cache.Find(Filter.All));
        _permits.Release();
        Assert.Equal(("0", "1"), (before, await recount));
        Assert.Equal("1", cache.Find(Filter.All));
    }

    [Fact]
    public async Task Get_SeveralCachesOfOneProjection_CountTwoAtATime()
    {
        var filters = Enumerable.Range(0, 3).Select(i => new Filter(Algorithm: $"cnn-{i}")).ToList();
        var caches = new[] { Cache(), Cache() };
        Task<string>[] asked = [.. caches.SelectMany(cache => filters.Select(filter => cache.GetAsync(filter, default)))];
        await Eventually.TrueAsync(() => Volatile.Read(ref _running) >= 2);
        for (var i = 0; i < asked.Length; i++)
        {
            _permits.Release();
            await Eventually.TrueAsync(() => asked.Count(task => task.IsCompleted) == i + 1);
        }

        Assert.Equal(2, _most);
    }

    [Fact]
    public async Task Get_WhenNobodyWaitsAnyMore_GivesTheCountUp()
    {
        var cache = Cache();
        using CancellationTokenSource first = new(), second = new();
        Task<string>[] asked = [cache.GetAsync(Filter.All, first.Token), cache.GetAsync(Filter.All, second.Token)];
        await Eventually.TrueAsync(() => Volatile.Read(ref _running) == 1);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[0]);
        Assert.Equal(1, Volatile.Read(ref _running));
        await second.CancelAsync();
        await Eventually.TrueAsync(() => Volatile.Read(ref _running) == 0);
        await Eventually.TrueAsync(() => _scoreboard.Projection.Counting == 0);

        // The next one counts anew.
        _permits.Release();
        Assert.Equal("0", await cache.GetAsync(Filter.All, default));
    }

    public void Dispose()
    {
        _scoreboard.Dispose();
        _permits.Dispose();
    }

    /// <summary>A cache that counts the drawings, each count with a permit.</summary>
    private QueryCache<string> Cache() => new(_scoreboard.Projection, (table, _, cancellation) =>
    {
        var running = Interlocked.Increment(ref _running);
        lock (_permits)
            _most = Math.Max(_most, running);
        try
        {
            _permits.Wait(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }

        return table.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    });

    private async Task ChangeAsync()
    {
        await _store.AppendAsync(ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 3)), default);
        await _scoreboard.Projection.CatchUpAsync(default);
    }
}
