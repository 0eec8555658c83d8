using GameNight.Identity.Erasure;
using GameNight.Jury;
using GameNight.Observations.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Erase_AVoter_TakesTheVoteAwayAndALabelThatNoQuorumHoldsAnyMore()
    {
        var jury = Label(4, JuryVerdict.Author);
        var decided = await AppendedAsync(Of() with { Label = jury, Votes = [Vote("Ada", 4), Vote("Ben", 4)] });
        var held = await AppendedAsync(Of() with { Label = jury, Votes = [Vote("Ada", 4), Vote("Ben", 4), Vote("Cleo", 4)] });
        var owned = await AppendedAsync(Of() with { Label = Label(4), Votes = [Vote("Ada", 7), Vote("Ben", 4)] });
        await SettledAsync();

        await EraseAsync("Ada");

        AssertEqual(decided with { Label = null, Votes = [Vote("Ben", 4)] }, await Store.FindAsync(decided.Id, default));
        AssertEqual(held with { Votes = [Vote("Ben", 4), Vote("Cleo", 4)] }, await Store.FindAsync(held.Id, default));
        AssertEqual(owned with { Votes = [Vote("Ben", 4)] }, await Store.FindAsync(owned.Id, default));
    }

    [Fact]
    public async Task Erase_AJuryLabelThatOutlivedItsVotes_IsTakenAway()
    {
        // The jury had read the votes before an earlier sweep deleted one of them, and set its label after.
        var late = await AppendedAsync(Of() with { Label = Label(4, JuryVerdict.Author), Votes = [Vote("Ben", 4)] });
        await SettledAsync();

        await EraseAsync("Ada");

        AssertEqual(late with { Label = null }, await Store.FindAsync(late.Id, default));
    }

    private async Task EraseAsync(string player)
    {
        using var folder = new TemporaryFolder();
        using var documents = new SqliteDocumentStore(folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        var clock = new FakeClock();
        clock.Set(Evening.AddHours(1));
        using var erasures = new Erasures(documents, clock);
        await erasures.RequestAsync(player, default);
        var sweep = new ErasureSweep(Store, [], erasures, new Retention(null, clock), clock, NullLogger<ErasureSweep>.Instance);
        await sweep.RunAsync(expired: false, default);
        Assert.NotNull((await erasures.FindNowAsync(player, default))!.DoneAt);
    }
}
