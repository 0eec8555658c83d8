using System.Runtime.ExceptionServices;
using GameNight.Telemetry;
using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>
/// One SQLite file. It is opened when it is first needed and again after a failure, so that a store whose disk was full or
/// read-only works again as soon as the disk does. Safe for concurrent use, by several processes too.
/// </summary>
/// <remarks>
/// SQLite's calls are synchronous: a commit waits for the disk and perhaps for another process. They run on the thread pool so
/// that they do not hold up a page's circuit.
/// </remarks>
/// <param name="path">The file, as an absolute path. It is made, with its folder, where there is none.</param>
/// <param name="schema">The tables that it shall have.</param>
/// <param name="logger">Told when the file is opened.</param>
public sealed partial class SqliteDatabase(string path, SqliteSchema schema, ILogger logger) : IDisposable
{
    // The provider would retry a busy statement on top of SQLite's own waiting (busy_timeout); with a shorter timeout it does not.
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 1 }.ToString();

    private readonly KeyValuePair<string, object?> _tag = StoreTelemetry.Store(Path.GetFileNameWithoutExtension(path));

    // SQLite has one writer at a time. Within this process a group of writes and a purge wait here for each other, without a thread;
    // busy_timeout is for other processes.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly Lock _opening = new();
    private GroupedWrites<SqliteWrite, object?>? _writes;

    // Held for reading by work that runs, and for writing by Delete and Dispose, which so wait for it.
    private readonly ReaderWriterLockSlim _use = new();
    private bool _isReady;
    private bool _isDisposed;

    /// <summary>Runs work on a connection, outside a transaction.</summary>
    /// <param name="failure">Begins the message of a failure, such as "The drawings could not be saved".</param>
    /// <param name="work">Runs on the thread pool.</param>
    /// <param name="cancellation">Keeps the work from starting.</param>
    /// <exception cref="StoreException">SQLite or the file system failed, or the database is disposed.</exception>
    public Task<T> ReadAsync<T>(string failure, Func<SqliteConnection, T> work, CancellationToken cancellation) =>
        Task.Run(() => StoreTelemetry.Duration.Measure(_tag, () => Read(failure, work)), cancellation);

    /// <summary>
    /// Runs work in a transaction, which is on the disk when the task completes. What comes while another write is on its way shares the
    /// next transaction. Work that fails does so alone: the others are written without it.
    /// </summary>
    /// <param name="failure">See <see cref="ReadAsync"/>.</param>
    /// <param name="work">Runs on the thread pool; again where it shared its transaction with work that failed.</param>
    /// <param name="cancellation">Keeps the work from starting, or from starting again.</param>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public Task<T> WriteAsync<T>(string failure, Func<SqliteConnection, T> work, CancellationToken cancellation) =>
        WriteAsync(failure, work, static _ => { }, cancellation);

    /// <inheritdoc cref="WriteAsync{T}(string, Func{SqliteConnection, T}, CancellationToken)"/>
    /// <param name="failure">See <see cref="ReadAsync"/>.</param>
    /// <param name="work">Runs on the thread pool; again where it shared its transaction with work that failed.</param>
    /// <param name="committed">Gets the result after the commit, and before the next transaction of this process begins.</param>
    /// <param name="cancellation">Keeps the work from starting.</param>
    public async Task<T> WriteAsync<T>(
        string failure, Func<SqliteConnection, T> work, Action<T> committed, CancellationToken cancellation)
    {
        var writes = LazyInitializer.EnsureInitialized(ref _writes, () => new GroupedWrites<SqliteWrite, object?>(WriteAllAsync));
        var write = new SqliteWrite(failure, connection => work(connection), result => committed((T)result!), cancellation);
        var outcome = await writes.WriteAsync(write, CancellationToken.None).ConfigureAwait(false);
        if (outcome is Exception e)
            ExceptionDispatchInfo.Throw(e);
        return (T)outcome!;
    }

    /// <summary>
    /// Writes the file anew without what was deleted from it, and empties the write-ahead log. Deleting alone overwrites rows where they
    /// lie, but not the copies that stay behind when rows move between pages. Other writers wait meanwhile.
    /// </summary>
    /// <param name="failure">See <see cref="ReadAsync"/>.</param>
    /// <param name="cancellation">Keeps it from starting.</param>
    /// <exception cref="StoreException">It failed, or another process reads the file at the moment: parts may still be there.</exception>
    public async Task PurgeAsync(string failure, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var isBusy = await ReadAsync(failure, connection =>
            {
                try
                {
                    connection.Execute("VACUUM");
                }
                catch (SqliteException)
                {
                    // It takes as much space again as the file; emptying the log takes none, and overwrites most of it.
                    connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
                    throw;
                }

                return connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            }, cancellation).ConfigureAwait(false);
            if (isBusy)
                throw new StoreException($"{failure}: another program reads {path}; try again.");
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Waits for the work that is running and deletes the file. The next call makes a new one.</summary>
    /// <exception cref="StoreException">The file cannot be deleted, or the database is disposed.</exception>
    public void Delete()
    {
        _use.EnterWriteLock();
        try
        {
            if (_isDisposed)
                throw new StoreException($"{path} cannot be deleted, because the game ends.");
            ClearPool();
            // The write-ahead log and its index lie beside the file.
            foreach (var suffix in (string[])["", "-wal", "-shm"])
                File.Delete(path + suffix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path} cannot be deleted: {e.Message}", e);
        }
        finally
        {
            _use.ExitWriteLock();
        }
    }

    /// <summary>
    /// Waits for the work that is running and closes the file. Nothing of it is read or written afterwards, so that its folder can be
    /// deleted.
    /// </summary>
    public void Dispose()
    {
        // Neither the lock nor the semaphore is disposed: calls that come later still need them.
        _use.EnterWriteLock();
        try
        {
            _isDisposed = true;
            ClearPool();
        }
        finally
        {
            _use.ExitWriteLock();
        }
    }

    private async Task<IReadOnlyList<object?>> WriteAllAsync(IReadOnlyList<SqliteWrite> writes)
    {
        await _writer.WaitAsync().ConfigureAwait(false);
        try
        {
            var group = new SqliteWriteGroup(writes, work => StoreTelemetry.Duration.Measure(_tag, () => Run(work)), Explain);
            return await Task.Run(group.Write).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    private T Read<T>(string failure, Func<SqliteConnection, T> work)
    {
        try
        {
            return Run(work);
        }
        catch (Exception e) when (Explain(failure, e) is var explained && explained != e)
        {
            throw explained;
        }
    }

    private T Run<T>(Func<SqliteConnection, T> work)
    {
        _use.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using var connection = Open();
            return work(connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            ClearPool();
            throw;
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    private Exception Explain(string failure, Exception e) => e switch
    {
        ObjectDisposedException when _isDisposed => new StoreException($"{failure}: {path} is closed, because the game ends.", e),
        SqliteException or IOException or UnauthorizedAccessException =>
            new StoreException($"{failure}: {SqliteFailure.Explain(e, path)}", e),
        _ => e,
    };
}
