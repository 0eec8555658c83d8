using GameNight.Observations.Sqlite;
using GameNight.Retraining.Queue;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Queue;

public sealed class LeaseTests : IDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly SqliteDocumentStore _documents;

    public LeaseTests() => _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);

    public void Dispose()
    {
        _documents.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Take_WhileAnotherProcessHoldsIt_IsRefused()
    {
        await using var hold = await Open().TryTakeAsync(default);
        Assert.NotNull(hold);
        var other = Open();
        for (var beat = 0; beat < 8; beat++)
        {
            Assert.Null(await other.TryTakeAsync(default));
            var before = await ReadRevisionAsync();
            _clock.Pass(Duration / 4);
            await Eventually.TrueAsync(async () => await ReadRevisionAsync() > before);
        }

        Assert.Null(await other.TryTakeAsync(default));
        Assert.False(hold.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Take_AfterARelease_SucceedsAtOnce()
    {
        await (await Open().TryTakeAsync(default))!.DisposeAsync();
        await using var hold = await Open().TryTakeAsync(default);
        Assert.NotNull(hold);
    }

    [Fact]
    public async Task Take_HolderCrashed_SucceedsAfterTheDuration()
    {
        var crashed = new InterceptedDocumentStore(_documents);
        await using var lost = await Open(crashed).TryTakeAsync(default);
        crashed.Kill();
        var other = Open();
        Assert.Null(await other.TryTakeAsync(default));
        _clock.Pass(Duration - TimeSpan.FromSeconds(1));
        Assert.Null(await other.TryTakeAsync(default));
        _clock.Pass(TimeSpan.FromSeconds(1));
        await using var hold = await other.TryTakeAsync(default);
        Assert.NotNull(hold);
        // A holder that is cut off from the store stops before another may begin.
        Assert.True(lost!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Take_ByManyAtOnce_SucceedsForOne()
    {
        var holds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open().TryTakeAsync(default))));
        Assert.Single(holds.OfType<LeaseHold>());
        foreach (var hold in holds.OfType<LeaseHold>())
            await hold.DisposeAsync();
    }

    [Fact]
    public async Task Hold_TakenByAnother_IsLost()
    {
        await using var hold = await Open().TryTakeAsync(default);
        var document = await _documents.FindAsync("leases", "test", default);
        await _documents.TryWriteAsync("leases", "test", "another process"u8.ToArray(), document!.Revision, default);
        // The next renewal notices it, before the silence of its own store would.
        _clock.Pass(Duration / 4);
        await Eventually.TrueAsync(() => hold!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Dispose_RenewalFailedUnexpectedly_FreesTheLeaseAndThrows()
    {
        var isFree = false;
        var hold = new LeaseHold(
            (keep, _, _) => keep ? throw new InvalidOperationException("nobody foresaw this") : Task.FromResult(isFree = true),
            _ => Task.FromResult<long?>(null), revision: 1, Duration, _clock);
        _clock.Pass(Duration / 4);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await hold.DisposeAsync());
        Assert.True(isFree);
    }

    private async Task<long> ReadRevisionAsync() => (await _documents.FindAsync("leases", "test", default))!.Revision;

    private Lease Open(IDocumentStore? documents = null) => new(documents ?? _documents, "test", Duration, _clock);
}
