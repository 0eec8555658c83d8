using GameNight.Storage;

namespace GameNight.Tests.Storage;

public sealed class GroupedWritesTests
{
    private readonly List<int[]> _groups = [];
    private TaskCompletionSource _gate = new();
    private int _most = int.MaxValue;

    [Fact]
    public async Task Write_WhileAnotherIsUnderWay_GoesWithTheNext()
    {
        var writes = new GroupedWrites<int, string>(WriteAsync);
        var first = writes.WriteAsync(0, default);
        var others = Enumerable.Range(1, 5).Select(i => writes.WriteAsync(i, default)).ToList();
        Assert.Equal([[0]], _groups);
        _gate.SetResult();
        Assert.Equal("wrote 0", await first);
        Assert.Equal(["wrote 1", "wrote 2", "wrote 3", "wrote 4", "wrote 5"], await Task.WhenAll(others));
        Assert.Equal([[0], [1, 2, 3, 4, 5]], _groups);
        Assert.Equal("wrote 6", await writes.WriteAsync(6, default));
    }

    [Fact]
    public async Task Write_NotAllFit_TheRestComesFirstInTheNext()
    {
        var writes = new GroupedWrites<int, string>(WriteAsync);
        _most = 2;
        var all = Enumerable.Range(0, 6).Select(i => writes.WriteAsync(i, default)).ToList();
        _gate.SetResult();
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"wrote {i}"), await Task.WhenAll(all));
        Assert.Equal([[0], [1, 2, 3, 4, 5], [3, 4, 5], [5]], _groups);
    }

    [Fact]
    public async Task Write_Fails_FailsForItsGroupAlone()
    {
        var writes = new GroupedWrites<int, string>(WriteAsync);
        var (first, second) = (writes.WriteAsync(0, default), writes.WriteAsync(1, default));
        var gate = _gate;
        _gate = new TaskCompletionSource();
        gate.SetException(new InvalidOperationException("no connection"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        _gate.SetResult();
        Assert.Equal("wrote 1", await second);
    }

    [Fact]
    public async Task Write_Cancelled_IsWrittenNevertheless()
    {
        var writes = new GroupedWrites<int, string>(WriteAsync);
        using var cancelled = new CancellationTokenSource();
        var (first, second) = (writes.WriteAsync(0, default), writes.WriteAsync(1, cancelled.Token));
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _gate.SetResult();
        await first;
        await writes.WriteAsync(2, default);
        Assert.Equal([0, 1, 2], _groups.SelectMany(group => group));
    }

    private async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<int> items)
    {
        _groups.Add([.. items]);
        await _gate.Task;
        return [.. items.Take(_most).Select(item => $"wrote {item}")];
    }
}
