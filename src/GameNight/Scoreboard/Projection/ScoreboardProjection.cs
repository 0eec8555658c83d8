using System.Diagnostics.CodeAnalysis;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Follows the observations and keeps what counts of each, so that no chart walks the store. Each game has its own; after a
/// restart it goes on where it was, and where its file is gone or belongs to another store it begins anew.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds nothing native, and who has the turn gives it back even while the game ends.")]
public sealed partial class ScoreboardProjection(IObservationStore store, FactFile file, ILogger<ScoreboardProjection> log)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile FactTable? _table;
    private string? _cursor;
    private long _revision;

    /// <summary>Something counts that did not before. Raised on any thread, at most once for a page of changes, and when <see cref="IsComplete"/> comes true.</summary>
    public event Action? Changed;

    /// <summary>Whether anybody waits for <see cref="Changed"/>.</summary>
    public bool IsWatched => Changed is not null;

    /// <summary>All that is counted so far.</summary>
    public FactTable Table => _table ?? Empty;

    /// <summary>Changes with every change.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Whether everything was counted that the store had when it was last asked.</summary>
    public bool IsComplete { get; private set; }

    private static FactTable Empty { get; } = new();

    /// <summary>Counts what has changed since the last time.</summary>
    /// <exception cref="StoreException">The observations cannot be read, or the file cannot be written.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_table is null)
                await LoadAsync(cancellation).ConfigureAwait(false);
            for (var page = await ReadAsync(_cursor, cancellation).ConfigureAwait(false); page.Next != _cursor;)
            {
                // A full page is one of perhaps many: until the last of them, figures would be a part of what there is.
                IsComplete &= page.Items.Count < ObservationPage.MaxLimit;
                page = await ApplyAsync(page, cancellation).ConfigureAwait(false);
            }

            if (!IsComplete)
            {
                IsComplete = true;
                Tell();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets everything and counts it again.</summary>
    /// <inheritdoc cref="CatchUpAsync" path="/exception"/>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await ClearAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }

        await CatchUpAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The ids of the observations behind some rows of <see cref="Table"/>, in the same order.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public Task<IReadOnlyList<Guid>> FindIdsAsync(IReadOnlyList<int> rows, CancellationToken cancellation) => file.FindIdsAsync(rows, cancellation);

    private async Task<ObservationPage> ReadAsync(string? cursor, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadChangesAsync(cursor, ObservationPage.MaxLimit, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException) when (cursor is not null)
        {
            // Another store is there now.
            LogForeign();
            await ClearAsync(cancellation).ConfigureAwait(false);
            return await store.ReadChangesAsync(null, ObservationPage.MaxLimit, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Counts a page, and reads the next one meanwhile.</summary>
    /// <returns>The next one.</returns>
    private async Task<ObservationPage> ApplyAsync(ObservationPage page, CancellationToken cancellation)
    {
        var next = store.ReadChangesAsync(page.Next, ObservationPage.MaxLimit, cancellation);
        try
        {
            if (await file.WriteAsync(_table!, [.. page.Items.Select(PlayFacts.Of)], _cursor, page.Next, cancellation).ConfigureAwait(false))
            {
                _cursor = page.Next;
                Tell();
                return await next.ConfigureAwait(false);
            }

            // Another process at the same data folder was quicker: what it counted is read, and the page is perhaps counted already.
            await LoadAsync(cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException) when (next.IsFaulted)
        {
            // Another store has come in its place between the two pages: reading again from here says so.
        }
        finally
        {
            // Nobody reads on behind whoever has the turn next.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        }

        return await ReadAsync(_cursor, cancellation).ConfigureAwait(false);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        IsComplete = false;
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
        Tell();
    }

    private async Task ClearAsync(CancellationToken cancellation)
    {
        await file.ClearAsync(cancellation).ConfigureAwait(false);
        (_table, _cursor, IsComplete) = (new FactTable(), null, false);
        Tell();
    }

    private void Tell()
    {
        Interlocked.Increment(ref _revision);
        Changed?.Invoke();
    }

    [LoggerMessage(LogLevel.Warning, "What was counted belongs to another store; it is counted anew")]
    private partial void LogForeign();

    [LoggerMessage(LogLevel.Warning, "What was counted cannot be read; it is counted anew")]
    private partial void LogUnreadable(Exception exception);
}
