using System.Runtime.ExceptionServices;
using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Keeps the observations and labels of this machine that are yet to be sent to the database, durably, in
/// <c>{DataFolder}/outbox.db</c>. Safe for concurrent use, by several processes too.
/// </summary>
public sealed class OutboxFile(string dataFolder, Backlog backlog, TimeProvider clock, ILogger<OutboxFile> logger)
    : IErasable, IDisposable
{
    public const string FileName = "outbox.db";

    /// <summary>How many of the entries that were sent last are kept.</summary>
    private const int Kept = 1000;

    private readonly SqliteDatabase _database = new(Path.GetFullPath(Path.Combine(dataFolder, FileName)), OutboxRow.Schema, logger);
    private readonly SemaphoreSlim _added = new(0, 1);
    private GroupedWrites<OutboxPut, object>? _plays;
    private GroupedWrites<OutboxPut, object>? _labels;
    private DeferredPurge? _purge;
    private long _lastQueued;
    private long _lastSent;

    private DeferredPurge Purge => LazyInitializer.EnsureInitialized(
        ref _purge, () => new DeferredPurge(cancellation => _database.PurgeAsync(NotDeleted, cancellation), clock, logger));

    private GroupedWrites<OutboxPut, object> Plays =>
        LazyInitializer.EnsureInitialized(ref _plays, () => new GroupedWrites<OutboxPut, object>(puts => PutAllAsync(NotSaved, puts)));

    private GroupedWrites<OutboxPut, object> Labels =>
        LazyInitializer.EnsureInitialized(ref _labels, () => new GroupedWrites<OutboxPut, object>(puts => PutAllAsync(NotMarked, puts)));

    /// <summary>Whether the last request to the database failed.</summary>
    public bool IsRemoteUnavailable => backlog.Now.IsUnavailable;

    /// <summary>Whether everything that this process has put in was sent or refused.</summary>
    public bool IsDrained => Volatile.Read(ref _lastSent) >= Volatile.Read(ref _lastQueued);

    /// <summary>The entries of an observation, oldest first, with those of the last that were sent.</summary>
    internal Task<List<OutboxEntry>> FindAsync(Guid id, CancellationToken cancellation) =>
        _database.ReadAsync(NotRead, connection => OutboxRow.OfObservation(connection, id), cancellation);

    /// <summary>The next entries to be sent, oldest first.</summary>
    internal Task<List<OutboxEntry>> NextAsync(int limit, CancellationToken cancellation) =>
        _database.ReadAsync(NotRead, connection => OutboxRow.Waiting(connection, limit), cancellation);

    /// <summary>
    /// Puts in an observation or a label, or not, as <paramref name="decide"/> says. Decision and write are in one transaction, with those
    /// that came while the disk was busy, which is on the disk when the task completes.
    /// </summary>
    /// <param name="id">The observation's id.</param>
    /// <param name="play">The packed observation; null for a label.</param>
    /// <param name="label">The label; null for an observation.</param>
    /// <param name="decide">Gets the entries of the observation and returns the answer and whether to put this one in.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <exception cref="StoreException">The outbox cannot be written.</exception>
    internal async Task<T> PutAsync<T>(
        Guid id,
        byte[]? play,
        Label? label,
        Func<List<OutboxEntry>, (T Answer, bool IsPut)> decide,
        CancellationToken cancellation)
        where T : notnull
    {
        var answer = await (play is null ? Labels : Plays).WriteAsync(new OutboxPut(id, play, label, Decide, cancellation), cancellation);
        WakeDrain();
        if (answer is Exception failure)
            ExceptionDispatchInfo.Throw(failure);
        return (T)answer;

        (object Answer, bool IsPut) Decide(List<OutboxEntry> entries) => decide(entries);
    }

    /// <summary>Records that the database has some entries.</summary>
    internal Task MarkSentAsync(IReadOnlyList<OutboxEntry> entries) =>
        ChangeAsync(NotSaved, connection => OutboxRow.MarkSent(connection, entries, Kept), CancellationToken.None);

    /// <summary>
    /// Moves an entry that the database will never accept into the table <c>refused</c>, so that those behind it can be sent.
    /// </summary>
    internal Task RefuseAsync(OutboxEntry entry, string reason) =>
        ChangeAsync(
            NotSaved, connection => OutboxRow.Refuse(connection, entry.Sequence, clock.GetUtcNow(), reason), CancellationToken.None);

    /// <summary>Deletes every entry of some observations, and overwrites what the file still has of entries that are gone.</summary>
    internal async Task DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count > 0)
        {
            Purge.Owe();
            await ChangeAsync(NotDeleted, connection =>
            {
                foreach (var id in ids)
                    OutboxRow.Delete(connection, id);
            }, cancellation);
        }

        await Purge.TryAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        var entries = await _database.ReadAsync(NotRead, OutboxRow.All, cancellation);
        var covered = entries.Where(entry => scope.Drawings.Contains(entry.Id) || entry.IsOf(scope.Covers)).Select(entry => entry.Id);
        await DeleteAsync(covered.ToHashSet(), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string player, CancellationToken cancellation) =>
        (await _database.ReadAsync(NotRead, OutboxRow.All, cancellation))
            .Exists(entry => entry.IsOf((by, _) => by == player));

    /// <summary>Takes note of what other processes have put in and sent.</summary>
    internal async Task RefreshAsync(CancellationToken cancellation)
    {
        await ChangeAsync(NotRead, static _ => { }, cancellation);
        if (Purge.IsRetryDue)
            await Purge.TryAsync(cancellation);
    }

    /// <summary>Reports why the last request to the database failed; null for one that succeeded.</summary>
    internal void Report(string? failure) => backlog.Change(now => now with { Failure = failure });

    /// <summary>Waits until this process puts something in, but no longer than the timeout.</summary>
    internal async Task WaitAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        using var ended = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellation);
        try
        {
            await _added.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The timeout is an outcome here: another process may have put something in.
        }
    }

    /// <summary>
    /// Acquires the right to send, which one process has at a time, so that the order is kept. Disposing the stream, or the end of the
    /// process, releases it.
    /// </summary>
    /// <returns>Null while another process has it.</returns>
    internal FileStream? TryAcquireLock()
    {
        Directory.CreateDirectory(dataFolder);
        try
        {
            return new FileStream(Path.Combine(dataFolder, "outbox.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _added.Dispose();
    }

    /// <returns>For each of them the answer, or the exception that concerns it alone.</returns>
    private async Task<IReadOnlyList<object>> PutAllAsync(string failure, IReadOnlyList<OutboxPut> puts)
    {
        var queued = 0L;
        var (answers, _) = await _database.WriteAsync(failure, connection =>
        {
            queued = 0;
            var all = puts.Select(put => PutIn(connection, put)).ToList();
            return (Answers: all, Count: OutboxRow.Count(connection));
        }, written =>
        {
            if (queued > 0)
                Volatile.Write(ref _lastQueued, queued);
            Publish(written.Count);
        }, CancellationToken.None);
        return answers;

        object PutIn(SqliteConnection connection, OutboxPut put)
        {
            if (put.Cancellation.IsCancellationRequested)
                return new OperationCanceledException(put.Cancellation);
            try
            {
                var (answer, isPut) = put.Decide(OutboxRow.OfObservation(connection, put.Id));
                if (isPut)
                    queued = OutboxRow.Insert(connection, put.Id, put.Play, put.Label, clock.GetUtcNow());
                return answer;
            }
            catch (StoreException e)
            {
                // An entry of this observation is damaged; the others are not.
                return e;
            }
        }
    }

    private Task<OutboxCount> ChangeAsync(string failure, Action<SqliteConnection> change, CancellationToken cancellation) =>
        _database.WriteAsync(failure, connection =>
        {
            change(connection);
            return OutboxRow.Count(connection);
        }, Publish, cancellation);

    // Called by one write after the other, once each is committed: no count is replaced by an older one.
    private void Publish(OutboxCount count)
    {
        Volatile.Write(ref _lastSent, count.LastSent);
        backlog.Change(now => now with { Plays = count.Plays, Since = count.Since, Refused = count.Refused });
    }

    private void WakeDrain()
    {
        try
        {
            _added.Release();
        }
        catch (SemaphoreFullException)
        {
            // The drain is awake already.
        }
    }
}
