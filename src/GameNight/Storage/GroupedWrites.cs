namespace GameNight.Storage;

/// <summary>
/// Gathers what comes while a write is on its way, and writes it together with the next one: a single item waits for nobody, and the more
/// come at once, the fewer writes each of them takes. Safe for concurrent use.
/// </summary>
/// <param name="write">
/// Writes the items in their order, at least the first of them, and returns a result for each that it has written; the others come first
/// in its next call. One call runs at a time. Where it fails, the write of each item that it was given fails likewise.
/// </param>
/// <typeparam name="TItem">What is to be written.</typeparam>
/// <typeparam name="TResult">What the writer of an item is told.</typeparam>
public sealed class GroupedWrites<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write)
{
    private readonly Lock _changing = new();
    private readonly Queue<Waiting> _queue = new();
    private bool _isWriting;

    /// <summary>Writes an item after those that came before it.</summary>
    /// <param name="item">What is to be written.</param>
    /// <param name="cancellation">Ends the waiting; the item is written nevertheless.</param>
    public Task<TResult> WriteAsync(TItem item, CancellationToken cancellation)
    {
        var waiting = new Waiting(item);
        bool isFirst;
        lock (_changing)
        {
            _queue.Enqueue(waiting);
            isFirst = !_isWriting;
            _isWriting = true;
        }

        if (isFirst)
            Begin();
        return waiting.Outcome.Task.WaitAsync(cancellation);
    }

    /// <summary>Begins to write for all: neither in the first one's context, which may be a page's, nor as part of its trace.</summary>
    private void Begin()
    {
        using var alone = ExecutionContext.IsFlowSuppressed() ? (AsyncFlowControl?)null : ExecutionContext.SuppressFlow();
        // It never fails: whatever goes wrong is told to those who wait for it.
        _ = WriteAllAsync();
    }

    private async Task WriteAllAsync()
    {
        while (Group() is { Count: > 0 } group)
        {
            try
            {
                var results = await write([.. group.Select(waiting => waiting.Item)]).ConfigureAwait(false);
                Leave(results.Count);
                foreach (var (waiting, result) in group.Zip(results))
                    waiting.Outcome.SetResult(result);
            }
            catch (Exception e)
            {
                Leave(group.Count);
                group.ForEach(waiting => waiting.Outcome.SetException(e));
            }
        }
    }

    private List<Waiting> Group()
    {
        lock (_changing)
        {
            _isWriting = _queue.Count > 0;
            return [.. _queue];
        }
    }

    private void Leave(int count)
    {
        lock (_changing)
        {
            for (var i = 0; i < count; i++)
                _queue.Dequeue();
        }
    }

    private sealed class Waiting(TItem item)
    {
        public TItem Item { get; } = item;

        // Those who wait go on elsewhere, so that the next write can begin.
        public TaskCompletionSource<TResult> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
