using GameNight.Identity.Names;
using GameNight.Observations.Sqlite;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Identity.Names;

public sealed class NicknamesTests : IDisposable
{
    private const string Ann = "3f2a9c24";
    private const string Bob = "00000000";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly SqliteDocumentStore _documents;
    private readonly Nicknames _names;

    public NicknamesTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _names = Open();
    }

    [Fact]
    public async Task NameOf_PlayerWithoutANickname_IsAGuestName()
    {
        await _names.RefreshAsync(default);
        Assert.Equal("Otter 3f2a", _names.NameOf(Ann));
        Assert.Null(_names.Find(Ann));
    }

    [Fact]
    public async Task Set_AName_IsThereAtOnceAndGoneWhenRemoved()
    {
        var changes = 0;
        _names.Changed += () => changes++;
        await _names.SetAsync(Ann, " Anna  Lee ", default);
        Assert.Equal("Anna Lee", _names.NameOf(Ann));
        await _names.SetAsync(Ann, "Ann", default);
        await _names.RemoveAsync(Ann, default);
        Assert.Equal(("Otter 3f2a", 3), (_names.NameOf(Ann), changes));
    }

    [Fact]
    public async Task Set_TheNameOfAnotherPlayer_AddsTheHandlesToBoth()
    {
        await _names.SetAsync(Ann, "Sam", default);
        await _names.SetAsync(Bob, "sam", default);
        Assert.Equal(("Sam (3f2a)", "sam (0000)"), (_names.NameOf(Ann), _names.NameOf(Bob)));
    }

    [Fact]
    public Task Set_NoName_IsRefused() => Assert.ThrowsAsync<ArgumentException>(() => _names.SetAsync(Ann, "Otter 3f2a", default));

    [Fact]
    public async Task NameOf_NameGivenInAnotherGame_IsKnownWithinASecond()
    {
        using var other = Open();
        await _names.RefreshAsync(default);
        await other.SetAsync(Ann, "Ann", default);
        await _names.RefreshAsync(default);
        Assert.Equal("Otter 3f2a", _names.NameOf(Ann));

        _clock.Pass(TimeSpan.FromSeconds(1));
        var changed = new TaskCompletionSource();
        _names.Changed += changed.SetResult;
        _names.NameOf(Ann);
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Ann", _names.NameOf(Ann));
    }

    [Fact]
    public async Task NameOf_StoredNameThatIsInvalid_IsAGuestName()
    {
        await _documents.TryWriteAsync("nicknames", Ann, "{\"name\":\"a\\u202Eb\"}"u8.ToArray(), 0, default);
        await _documents.TryWriteAsync("nicknames", "00000001", "no JSON"u8.ToArray(), 0, default);
        await _names.SetAsync(Bob, "Bob", default);
        Assert.Equal(("Otter 3f2a", "Bob"), (_names.NameOf(Ann), _names.NameOf(Bob)));
    }

    public void Dispose()
    {
        _names.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private Nicknames Open() => new(_documents, _clock, NullLogger<Nicknames>.Instance);
}
