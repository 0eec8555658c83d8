using System.Text;
using GameNight.Observations.Sqlite;
using GameNight.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Storage;

public sealed class DocumentWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;
    private readonly FakeClock _clock = new();
    private int _reads;

    public DocumentWatchTests() => _documents = new(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);

    public void Dispose()
    {
        _documents.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Read_NothingHasChanged_ReadsOnce()
    {
        var watch = Open();
        for (var look = 0; look < 10; look++)
            Assert.Equal(0, await watch.ReadAsync(default));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Read_AnotherProcessHasChangedSomething_SeesIt()
    {
        var (here, there) = (Open(), Open());
        await here.ReadAsync(default);
        await AddAsync("one");
        await there.NoteChangeAsync();
        Assert.Equal(1, await here.ReadAsync(default));
        await AddAsync("two");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => there.NoteChangeAsync()));
        Assert.Equal(2, await here.ReadAsync(default));
        Assert.Equal(2, await here.ReadAsync(default));
        Assert.Equal(3, _reads);
    }

    [Fact]
    public async Task Read_ProcessEndedBeforeItNotedItsChange_SeesItAfterTenMinutes()
    {
        var watch = Open();
        await watch.ReadAsync(default);
        await AddAsync("one");
        _clock.Pass(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await watch.ReadAsync(default));
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await watch.ReadAsync(default));
    }

    private DocumentWatch<int> Open() => new(_documents, "things", async cancellation =>
    {
        _reads++;
        return (await _documents.ListAsync("things", cancellation)).Count;
    }, _clock);

    private Task<bool> AddAsync(string name) => _documents.TryWriteAsync("things", name, Encoding.UTF8.GetBytes(name), 0, default);
}
