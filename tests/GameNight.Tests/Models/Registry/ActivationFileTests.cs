using GameNight.Models;

namespace GameNight.Tests.Models.Registry;

/// <summary>The log of activations is one file that only grows, whatever ends an append.</summary>
public sealed class ActivationFileTests : IDisposable
{
    private readonly ActivationLog _log = new();

    [Fact]
    public async Task Append_AHundredTimes_LeavesOneFileWithAsManyLines()
    {
        await _log.AppendAsync(100);
        Assert.Equal(["activations.jsonl"], _log.Files);
        Assert.Equal(100, (await File.ReadAllLinesAsync(_log.Lines)).Length);
        Assert.Equal(ActivationLog.Entries(100), await _log.ReadAsync());
        Assert.Equal(_log.Folder, Assert.Single(Directory.EnumerateFileSystemEntries(_log.Registry)));
    }

    [Fact]
    public async Task ReadLog_LastLineCutAnywhere_IsNoEntryAndTheNextAppendLeavesItOut()
    {
        await _log.AppendAsync(3);
        var content = await File.ReadAllBytesAsync(_log.Lines);
        var third = content.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;
        for (var length = third; length < content.Length; length++)
        {
            await File.WriteAllBytesAsync(_log.Lines, content[..length]);
            var follows = _log.Open();
            Assert.Equal(ActivationLog.Entries(2), await follows.ReadLogAsync(0, default));
            Assert.Empty(await follows.ReadLogAsync(2, default));

            var other = ActivationLog.Entry(3, "bob");
            Assert.True(await _log.Open().TryAppendAsync(other, default));
            Assert.Equal(other, Assert.Single(await follows.ReadLogAsync(2, default)));
            Assert.Equal([.. ActivationLog.Entries(2), other], await _log.ReadAsync());
            Assert.Equal(["activations.jsonl"], _log.Files);
        }
    }

    [Fact]
    public async Task ReadLog_LastLineWithZerosOfAPowerCut_IsNoEntry()
    {
        await _log.AppendAsync(3);
        var content = await File.ReadAllBytesAsync(_log.Lines);
        content.AsSpan(content.Length - 60, 50).Clear();
        await File.WriteAllBytesAsync(_log.Lines, content);
        Assert.Equal(ActivationLog.Entries(2), await _log.ReadAsync());
        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(3), default));
        Assert.Equal(ActivationLog.Entries(3), await _log.ReadAsync());
    }

    [Theory]
    [InlineData("damaged", "cannot be read")]
    [InlineData("", "cannot be read")]
    [InlineData("another's", "It is entry 3, and not 2.")]
    public async Task ReadLog_LineInTheMiddleDamaged_IsAFailureThatNamesIt(string line, string reason)
    {
        await _log.AppendAsync(3);
        var good = await File.ReadAllLinesAsync(_log.Lines);
        await File.WriteAllLinesAsync(_log.Lines, [good[0], line == "another's" ? good[2] : line, good[2]]);
        var registry = _log.Open();
        var failure = await Assert.ThrowsAsync<ModelRegistryException>(() => registry.ReadLogAsync(0, default));
        Assert.StartsWith($"{_log.Lines}, line 2: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ActivationLog.Entry(3), Assert.Single(await _log.ReadAsync(after: 2)));

        await File.WriteAllLinesAsync(_log.Lines, good);
        Assert.Equal(ActivationLog.Entries(3), await registry.ReadLogAsync(0, default));
    }

    [Fact]
    public async Task ReadLog_FollowedWhileOthersAppend_HasEachEntryOnce()
    {
        var follows = _log.Open();
        foreach (var entry in ActivationLog.Entries(20))
        {
            Assert.Empty(await follows.ReadLogAsync(entry.Number - 1, default));
            Assert.True(await _log.Open().TryAppendAsync(entry, default));
            Assert.Equal(entry, Assert.Single(await follows.ReadLogAsync(entry.Number - 1, default)));
        }

        Assert.Equal(ActivationLog.Entries(20), await follows.ReadLogAsync(0, default));
        Assert.Equal(ActivationLog.Entries(20).Skip(7), await follows.ReadLogAsync(7, default));
    }

    [Fact]
    public async Task ReadLog_FileReplacedByAnother_IsReadFromItsBeginning()
    {
        var follows = _log.Open();
        await _log.AppendAsync(6);
        Assert.Equal(6, (await follows.ReadLogAsync(0, default)).Count);
        var lines = await File.ReadAllLinesAsync(_log.Lines);
        await File.WriteAllLinesAsync(_log.Lines, lines.Select(line => line.Replace("better", "much better", StringComparison.Ordinal)));
        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(7), default));
        Assert.Equal(ActivationLog.Entry(7), Assert.Single(await follows.ReadLogAsync(6, default)));

        File.Delete(_log.Lines);
        Assert.Empty(await follows.ReadLogAsync(7, default));
    }

    [Fact]
    public async Task Append_NotAfterTheLastEntry_IsRefused()
    {
        await _log.AppendAsync(3);
        Assert.False(await _log.Open().TryAppendAsync(ActivationLog.Entry(3), default));
        var failure = await Assert.ThrowsAsync<ModelRegistryException>(() => _log.Open().TryAppendAsync(ActivationLog.Entry(5), default));
        Assert.Contains("ends with entry 3", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ActivationLog.Entries(3), await _log.ReadAsync());
    }

    [Fact]
    public async Task Append_Cancelled_AppendsNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await _log.AppendAsync(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _log.Open().TryAppendAsync(ActivationLog.Entry(2), cancelled.Token));
        Assert.Equal(ActivationLog.Entries(1), await _log.ReadAsync());
    }

    public void Dispose() => _log.Dispose();
}
