namespace GameNight.Tests.Models.Registry;

/// <summary>A crash at any moment while a log of earlier builds becomes one file: nothing is lost, and nothing is doubled.</summary>
public sealed class EarlierLogCrashTests : IDisposable
{
    private readonly ActivationLog _log = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task Append_AfterACrashBeforeTheOldFilesWereDeleted_DoublesNothing(int firstLeft)
    {
        _log.WriteSingles(1, 12);
        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(13), default));
        _log.WriteSingles(firstLeft, 12);
        Assert.Equal(ActivationLog.Entries(13), await _log.ReadAsync());
        Assert.Equal(ActivationLog.Entries(13).Skip(4), await _log.ReadAsync(after: 4));

        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(14), default));

        Assert.Equal(["activations.jsonl"], _log.Files);
        Assert.Equal(ActivationLog.Entries(14), await _log.ReadAsync());
    }

    [Fact]
    public async Task Append_AfterACrashBeforeTheRename_HasEveryEntry()
    {
        _log.WriteSingles(1, 12);
        await File.WriteAllBytesAsync(_log.Lines + ".new", [.. ActivationLog.Entry(1).ToUtf8(), (byte)'\n', (byte)'{']);
        Assert.Equal(ActivationLog.Entries(12), await _log.ReadAsync());
        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(13), default));
        Assert.Equal(["activations.jsonl"], _log.Files);
        Assert.Equal(ActivationLog.Entries(13), await _log.ReadAsync());
    }

    public void Dispose() => _log.Dispose();
}
