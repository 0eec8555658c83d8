using GameNight.Identity.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Play.Fool;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Fool;

public sealed class JurySeatsTests
{
    private readonly JurySeats _seats = new();

    [Fact]
    public async Task Erase_WhoWantsEverythingDeleted_IsForgottenAndNobodyElse()
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        using var erasures = new Erasures(documents, TimeProvider.System);
        _seats.Give("ann", Guid.NewGuid());
        _seats.Give("bob", Guid.NewGuid());
        await erasures.RequestAsync("ann", default);
        await _seats.EraseAsync(new ErasureScope(erasures.Current, _ => false, new HashSet<Guid>()), default);
        Assert.Null(_seats.Find("ann").Given);
        Assert.NotNull(_seats.Find("bob").Given);
    }

    [Fact]
    public void Skip_MoreThanADocketHas_ForgetsTheOldest()
    {
        for (var i = 0; i <= JuryDocket.Limit; i++)
            _seats.Skip("ann", Guid.NewGuid());
        Assert.Single(_seats.Find("ann").Skipped);
    }

    [Fact]
    public void Give_ManyPlayers_ForgetsWhoCameFirst()
    {
        for (var i = 0; i <= PlayerMemory<JurySeat>.Capacity; i++)
            _seats.Give($"player {i}", Guid.NewGuid());
        Assert.Null(_seats.Find("player 0").Given);
        Assert.NotNull(_seats.Find("player 1").Given);
    }
}
