using GameNight.Identity.Erasure;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Erasure;

public class ErasureServiceTests
{
    /// <summary>Who has everything deleted under one new name after the other must not keep the others from playing.</summary>
    [Fact]
    public async Task Deletion_AfterOneThatTookLong_WaitsTenTimesAsLong()
    {
        using var folder = new TemporaryFolder();
        var clock = new FakeClock();
        using var store = new SqliteObservationStore(folder.Path, NullLogger<SqliteObservationStore>.Instance);
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        using var erasures = new Erasures(documents, clock);
        var slow = new ErasureProbe
        {
            ErasingFirst = () =>
            {
                clock.Pass(TimeSpan.FromSeconds(6));
                return Task.CompletedTask;
            },
        };
        var retention = new Retention(null, clock);
        var sweep = new ErasureSweep(store, [slow], erasures, retention, clock, NullLogger<ErasureSweep>.Instance);
        using var service = new ErasureService(sweep, erasures, retention, clock, NullLogger<ErasureService>.Instance);
        await service.StartAsync(default);
        await Eventually.TrueAsync(() => slow.Scopes.Count == 1);
        await erasures.RequestAsync("ann", default);
        await Eventually.TrueAsync(() => clock.IsSetTo(clock.GetUtcNow() + TimeSpan.FromMinutes(1)));
        Assert.Null((await erasures.FindNowAsync("ann", default))!.DoneAt);

        clock.Pass(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(async () => (await erasures.FindNowAsync("ann", default))!.DoneAt is not null);
        await service.StopAsync(default);
    }
}
