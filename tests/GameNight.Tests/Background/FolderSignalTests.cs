using System.Globalization;
using GameNight.Background;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Background;

/// <summary>Over a real folder, in which the test writes as another process would.</summary>
public sealed class FolderSignalTests : IDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly FolderSignal _signal;

    public FolderSignalTests() => _signal = new FolderSignal(_folder.Path, "*.db", NullLogger.Instance);

    [Fact]
    public async Task Wait_AFileIsWritten_ComesBack()
    {
        var waiting = _signal.WaitAsync(_signal.Version, _clock, default);
        await WriteAsync("a.db");
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Wait_AFileBelowIsDeleted_ComesBack()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "below"));
        // A new folder is watched soon, not at once.
        await Eventually.TrueAsync(async () =>
        {
            var seen = _signal.Version;
            await WriteAsync(Path.Combine("below", "a.db"));
            return _signal.Version > seen;
        });
        await SettleAsync();
        var waiting = _signal.WaitAsync(_signal.Version, _clock, default);
        File.Delete(Path.Combine(_folder.Path, "below", "a.db"));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Wait_WrittenSinceTheLastLook_ComesBackAtOnce()
    {
        var seen = _signal.Version;
        await WriteAsync("a.db");
        await Eventually.TrueAsync(() => _signal.Version > seen);
        Assert.True(_signal.WaitAsync(seen, _clock, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wait_NothingIsWritten_ComesBackAfterTheSweep()
    {
        var waiting = _signal.WaitAsync(_signal.Version, _clock, default);
        await WriteAsync("of.no.interest");
        _clock.Pass(Sweep - TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Wait_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = _signal.WaitAsync(_signal.Version, _clock, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void New_FolderThatCannotBe_LetsEveryoneLookAllTheTime()
    {
        var file = Path.Combine(_folder.Path, "a file");
        File.WriteAllText(file, "no folder");
        using var log = new LogRecorder();
        using var blind = new FolderSignal(file, "*", log.CreateLogger(nameof(FolderSignal)));
        Assert.True(blind.WaitAsync(blind.Version, _clock, default).IsCompletedSuccessfully);
        Assert.StartsWith($"Warning: The folder {file} can't be watched", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _signal.Dispose();
        _folder.Dispose();
    }

    private Task WriteAsync(string name) =>
        File.WriteAllTextAsync(Path.Combine(_folder.Path, name), _signal.Version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets what was written before be noticed.</summary>
    private async Task SettleAsync()
    {
        for (var before = -1L; before != _signal.Version;)
        {
            before = _signal.Version;
            await Task.Delay(100);
        }
    }
}
