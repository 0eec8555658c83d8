using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>A log of earlier builds, with a file for each entry, is read as it is and becomes one file at the first append.</summary>
public sealed class EarlierLogTests : IDisposable
{
    private readonly ActivationLog _log = new();

    [Fact]
    public async Task ReadLog_BeforeAnyAppend_ReadsTheFiles()
    {
        _log.WriteSingles(1, 12);
        Assert.Equal(ActivationLog.Entries(12), await _log.ReadAsync());
        Assert.Equal(ActivationLog.Entries(12).Skip(9), await _log.ReadAsync(after: 9));
        Assert.Equal(12, _log.Files.Count());
    }

    [Fact]
    public async Task Append_TheFirst_MakesOneFileOfAll()
    {
        _log.WriteSingles(1, 12);
        var follows = _log.Open();
        Assert.Equal(12, (await follows.ReadLogAsync(0, default)).Count);
        Assert.False(await _log.Open().TryAppendAsync(ActivationLog.Entry(12), default));
        Assert.Equal(12, _log.Files.Count());

        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(13), default));

        Assert.Equal(["activations.jsonl"], _log.Files);
        Assert.Equal(ActivationLog.Entries(13), await _log.ReadAsync());
        Assert.Equal(ActivationLog.Entry(13), Assert.Single(await follows.ReadLogAsync(12, default)));
        Assert.True(await follows.TryAppendAsync(ActivationLog.Entry(14), default));
        Assert.Equal(ActivationLog.Entries(14), await _log.ReadAsync());
    }

    [Fact]
    public async Task Append_FileWithLineBreaks_BecomesALine()
    {
        _log.WriteSingles(1, 1);
        var json = await File.ReadAllTextAsync(_log.Single(1));
        await File.WriteAllTextAsync(_log.Single(1), json.Replace(",", ",\n  ", StringComparison.Ordinal) + "\n");
        Assert.True(await _log.Open().TryAppendAsync(ActivationLog.Entry(2), default));
        Assert.Equal(2, (await File.ReadAllLinesAsync(_log.Lines)).Length);
        Assert.Equal(ActivationLog.Entries(2), await _log.ReadAsync());
    }

    [Fact]
    public async Task ReadLog_DamagedFile_IsAFailureThatNamesIt()
    {
        _log.WriteSingles(1, 3);
        await File.WriteAllTextAsync(_log.Single(2), "{");
        var failure = await Assert.ThrowsAsync<ModelRegistryException>(() => _log.ReadAsync());
        Assert.StartsWith(_log.Single(2), failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ModelRegistryException>(() => _log.Open().TryAppendAsync(ActivationLog.Entry(4), default));
        Assert.Equal(3, _log.Files.Count());
    }

    [Fact]
    public async Task Append_AnEntryIsMissing_IsRefusedAndDeletesNothing()
    {
        _log.WriteSingles(1, 5);
        File.Delete(_log.Single(3));
        Assert.Equal(ActivationLog.Entries(2), await _log.ReadAsync());
        var failure = await Assert.ThrowsAsync<ModelRegistryException>(() => _log.Open().TryAppendAsync(ActivationLog.Entry(3), default));
        Assert.Contains("Entry 3 of the log is missing", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, _log.Files.Count());
    }

    [Fact]
    public async Task Append_ByAnEarlierBuildMeanwhile_IsTakenOver()
    {
        await _log.AppendAsync(3);
        var follows = _log.Open();
        Assert.Equal(3, (await follows.ReadLogAsync(0, default)).Count);
        _log.WriteSingles(4, 4);
        Assert.Equal(ActivationLog.Entries(4), await _log.ReadAsync());
        Assert.Equal(ActivationLog.Entry(4), Assert.Single(await follows.ReadLogAsync(3, default)));
        Assert.False(await follows.TryAppendAsync(ActivationLog.Entry(4, "bob"), default));
        Assert.True(await follows.TryAppendAsync(ActivationLog.Entry(5), default));
        Assert.Equal(ActivationLog.Entries(5), await _log.ReadAsync());
        Assert.Equal(["activations.jsonl"], _log.Files);
    }

    [Fact]
    public async Task Append_ByManyAtOnce_LosesAndDoublesNothingAndNobodyReadsLess()
    {
        const int before = 200;
        const int each = 10;
        _log.WriteSingles(1, before);
        using var ended = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            for (var seen = before; !ended.IsCancellationRequested;)
            {
                var numbers = (await _log.ReadAsync()).Select(entry => entry.Number).ToList();
                Assert.InRange(numbers.Count, seen, int.MaxValue);
                Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
                seen = numbers.Count;
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(() => AppendAsync(_log.Open(), $"caller {caller}", each))));

        await ended.CancelAsync();
        await reading;
        var log = await _log.ReadAsync();
        Assert.Equal(ActivationLog.Entries(before), log.Take(before));
        Assert.Equal(before + (4 * each), log.Count);
        Assert.All(log.Skip(before).GroupBy(entry => entry.By), caller => Assert.Equal(each, caller.Count()));
        Assert.Equal(["activations.jsonl"], _log.Files);
    }

    [Fact]
    public async Task ReadLog_WhileTheFilesBecomeOne_NeverReadsLess()
    {
        for (var round = 0; round < 50; round++)
        {
            using var log = new ActivationLog();
            log.WriteSingles(1, 30);
            var appending = Task.Run(() => log.Open().TryAppendAsync(ActivationLog.Entry(31), default));
            var counts = new List<int>();
            do
                counts.Add((await log.ReadAsync()).Count);
            while (!appending.IsCompleted);
            Assert.True(await appending);
            Assert.All(counts, count => Assert.InRange(count, 30, 31));
        }
    }

    public void Dispose() => _log.Dispose();

    private static async Task AppendAsync(FolderModelRegistry registry, string by, int count)
    {
        var known = 0;
        for (var appended = 0; appended < count;)
        {
            known += (await registry.ReadLogAsync(known, default)).Count;
            if (await registry.TryAppendAsync(ActivationLog.Entry(known + 1, by), default))
                appended++;
        }
    }
}
