using System.Diagnostics.CodeAnalysis;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Follows the changes of the observations and keeps what counts of each in memory and in a file, so that no chart needs to read the
/// store. After a restart it continues where it was; without its file, or with another store, it counts everything again.
/// </summary>
[SuppressMessage(
    "Usage", "CA2213", Justification = "None has a native handle, and work that ends during shutdown still needs them.")]
public sealed partial class ScoreboardProjection(IObservationStore store, FactFile file, ILogger<ScoreboardProjection> log) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    // A query takes all processors that it gets. Further ones wait, so that they do not slow down play.
    private readonly SemaphoreSlim _querying = new(2, 2);
    private readonly CancellationTokenSource _disposed = new();
    private volatile FactTable? _table;
    private volatile bool _isComplete;
    private string? _cursor;
    private long _revision;
    private int _counting;

    /// <summary>
    /// Raised when the counts have changed: on any thread, at most once for a page of changes, and when <see cref="IsComplete"/> becomes
    /// true.
    /// </summary>
    public event Action? Changed;

    /// <summary>Whether <see cref="Changed"/> has a handler.</summary>
    public bool IsWatched => Changed is not null;

    /// <summary>All that is counted so far.</summary>
    public FactTable Table => _table ?? Empty;

    /// <summary>A number that increases with every change.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Whether everything is counted that the store had when it was last read.</summary>
    public bool IsComplete => _isComplete;

    private static FactTable Empty { get; } = new();

    /// <summary>Counts what has changed since the last time.</summary>
    /// <param name="cancellation">Ends the waiting, not the counting, which the next caller would only begin again.</param>
    /// <exception cref="StoreException">The observations cannot be read, or the file cannot be written.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        await CountChangesAsync(_disposed.Token).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>How many callers of <see cref="CountAsync"/> count or wait.</summary>
    public int Counting => Volatile.Read(ref _counting);

    /// <summary>Counts an answer from <see cref="Table"/>. Of all callers, two count at a time, and the others wait.</summary>
    /// <param name="count">Counts.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> CountAsync<T>(Func<FactTable, T> count, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _counting);
        try
        {
            await _querying.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return count(Table);
            }
            finally
            {
                _querying.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _counting);
        }
    }

    /// <summary>The ids of the observations behind some rows of <see cref="Table"/>, in the same order.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public Task<IReadOnlyList<Guid>> FindIdsAsync(IReadOnlyList<int> rows, CancellationToken cancellation) =>
        file.FindIdsAsync(rows, cancellation);

    /// <summary>Ends the counting.</summary>
    public void Dispose() => _disposed.Cancel();

    /// <summary>Counts what has changed, as the one writer, and lets the next one in.</summary>
    private async Task CountChangesAsync(CancellationToken cancellation)
    {
        try
        {
            if (_table is null)
                await LoadAsync(cancellation).ConfigureAwait(false);
            for (var page = await ReadAsync(_cursor, cancellation).ConfigureAwait(false); page.Next != _cursor;)
            {
                // A full page may be one of many: until the last one is counted, the figures would cover only a part of the store.
                _isComplete &= page.Items.Count < ObservationPage.MaxLimit;
                page = await ApplyAsync(page, cancellation).ConfigureAwait(false);
            }

            if (!IsComplete)
            {
                _isComplete = true;
                NotifyChanged();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<ObservationPage> ReadAsync(string? cursor, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadChangesAsync(cursor, ObservationPage.MaxLimit, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException) when (cursor is not null)
        {
            // The store does not know the cursor: drawings were deleted, or the counts belong to another store.
            LogOtherStore();
            await ClearAsync(cancellation).ConfigureAwait(false);
            return await store.ReadChangesAsync(null, ObservationPage.MaxLimit, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Counts a page, and reads the next one meanwhile.</summary>
    /// <returns>The next page.</returns>
    private async Task<ObservationPage> ApplyAsync(ObservationPage page, CancellationToken cancellation)
    {
        var next = store.ReadChangesAsync(page.Next, ObservationPage.MaxLimit, cancellation);
        try
        {
            PlayFacts[] changes = [.. page.Items.Select(PlayFacts.Of)];
            if (await file.WriteAsync(_table!, changes, _cursor, page.Next, cancellation).ConfigureAwait(false))
            {
                _cursor = page.Next;
                NotifyChanged();
                return await next.ConfigureAwait(false);
            }

            // Another process with the same data folder has written meanwhile. Its counts are loaded, which may include this page.
            await LoadAsync(cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException) when (next.IsFaulted)
        {
            // The store was replaced between the two pages. Reading again from the cursor below finds that out.
        }
        finally
        {
            // The read has ended before another caller can start one. Its failure, if any, was observed above or does not matter.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                .ConfigureAwait(false);
        }

        return await ReadAsync(_cursor, cancellation).ConfigureAwait(false);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        _isComplete = false;
        var table = new FactTable();
        try
        {
            _cursor = await file.LoadAsync(table, cancellation).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.IsFinal)
        {
            LogUnreadable(e);
            file.Remove();
            table = new FactTable();
            _cursor = await file.LoadAsync(table, cancellation).ConfigureAwait(false);
        }

        _table = table;
        NotifyChanged();
    }

    private async Task ClearAsync(CancellationToken cancellation)
    {
        await file.ClearAsync(cancellation).ConfigureAwait(false);
        // In this order: who reads meanwhile must never take the empty table for everything that the store has.
        _isComplete = false;
        (_table, _cursor) = (new FactTable(), null);
        NotifyChanged();
    }

    private void NotifyChanged()
    {
        Interlocked.Increment(ref _revision);
        Changed?.Invoke();
    }

    [LoggerMessage(LogLevel.Information, "Drawings were deleted, or another store has taken the place of the one that was counted; "
        + "all observations are counted again")]
    private partial void LogOtherStore();

    [LoggerMessage(LogLevel.Warning, "The scoreboard's counts cannot be read; all observations are counted again")]
    private partial void LogUnreadable(Exception exception);
}
