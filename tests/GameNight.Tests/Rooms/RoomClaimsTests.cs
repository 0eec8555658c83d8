using GameNight.Observations.Sqlite;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Rooms;

/// <summary>Two games at one store, and what one of them leaves behind when it crashes.</summary>
public sealed class RoomClaimsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly SqliteDocumentStore _documents;
    private readonly RoomClaims _here;
    private readonly RoomClaims _there;

    public RoomClaimsTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _here = new RoomClaims(_documents, new RoomOptions(NodeAddress: new Uri("http://192.168.1.21:5080")), _clock);
        _there = new RoomClaims(_documents, new RoomOptions(), _clock);
    }

    [Fact]
    public async Task TryClaim_CodeOfAnotherRoom_IsRefusedUntilItsClaimHasEnded()
    {
        var until = await _here.TryClaimAsync("BCDF", "here", default);
        Assert.Equal(_clock.GetUtcNow() + RoomClaims.Lease, until);
        // The room plays until then by its own clock, which may be slow.
        _clock.Set(until!.Value + RoomClaims.Margin - TimeSpan.FromSeconds(1));
        Assert.Null(await _there.TryClaimAsync("BCDF", "there", default));
        Assert.True((await _there.FindAsync("BCDF", default)).IsThere);
        _clock.Set(until.Value + RoomClaims.Margin);
        Assert.False((await _there.FindAsync("BCDF", default)).IsThere);
        Assert.NotNull(await _there.TryClaimAsync("BCDF", "there", default));
        Assert.Null(await _here.TryClaimAsync("BCDF", "here", default));
    }

    [Fact]
    public async Task TryClaim_OwnCodeAgain_LastsLonger()
    {
        var first = await _here.TryClaimAsync("BCDF", "here", default);
        Assert.False(_here.IsDue(first!.Value));
        _clock.Pass(TimeSpan.FromHours(2));
        Assert.True(_here.IsDue(first.Value));
        Assert.Equal(first + TimeSpan.FromHours(2), await _here.TryClaimAsync("BCDF", "here", default));
    }

    [Fact]
    public async Task TryClaim_ManyAtOnceWhenItHasEnded_OneGetsIt()
    {
        var until = await _here.TryClaimAsync("BCDF", "here", default);
        _clock.Set(until!.Value + RoomClaims.Margin);
        var claims = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => _there.TryClaimAsync("BCDF", $"room {i}", default))));
        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task TryClaim_StoreHasWrittenAndCouldNotSaySo_IsClaimed()
    {
        var lying = new LyingDocuments(_documents);
        var claims = new RoomClaims(lying, new RoomOptions(), _clock);
        Assert.Equal(_clock.GetUtcNow() + RoomClaims.Lease, await claims.TryClaimAsync("BCDF", "here", default));
    }

    [Fact]
    public async Task Release_CodeThatIsAnothersByNow_LeavesItAlone()
    {
        var until = await _here.TryClaimAsync("BCDF", "here", default);
        _clock.Set(until!.Value + RoomClaims.Margin);
        await _there.TryClaimAsync("BCDF", "there", default);
        await _here.ReleaseAsync("BCDF", "here", default);
        Assert.True((await _here.FindAsync("BCDF", default)).IsThere);
        await _there.ReleaseAsync("BCDF", "there", default);
        Assert.False((await _here.FindAsync("BCDF", default)).IsThere);
    }

    public void Dispose()
    {
        _documents.Dispose();
        _folder.Dispose();
    }
}
