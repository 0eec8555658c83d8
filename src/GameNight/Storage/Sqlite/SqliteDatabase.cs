using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>
/// One SQLite file: opened when it is first needed, and again after a failure, so that a game whose disk was full or
/// read-only records again as soon as it can. Safe for concurrent use.
/// </summary>
/// <remarks>
/// SQLite's calls are synchronous: a commit waits for the disk, and perhaps for another process. They run on the thread pool
/// so that no page's circuit stands still meanwhile.
/// </remarks>
public sealed partial class SqliteDatabase(string path, SqliteSchema schema, ILogger logger) : IDisposable
{
    // The provider retries a busy statement on top of SQLite's own waiting; its timeout is shorter so that it does not.
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 1 }.ToString();

    // SQLite has one writer at a time. Waiting for the turn here is in order and takes no thread; busy_timeout waits for other processes.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly Lock _opening = new();
    // Work holds it to read, and Dispose to write: so that it comes back when nothing is under way.
    private readonly ReaderWriterLockSlim _use = new();
    private bool _ready;
    private bool _disposed;

    /// <summary>Works on a connection, outside a transaction.</summary>
    /// <param name="purpose">What this is about, for the message of a failure: "The drawings could not be {purpose}".</param>
    /// <param name="work">Runs on the thread pool.</param>
    /// <param name="cancellation">Keeps the work from starting.</param>
    /// <exception cref="StoreException">SQLite or the file system refused, or the database is disposed of.</exception>
    public Task<T> ReadAsync<T>(string purpose, Func<SqliteConnection, T> work, CancellationToken cancellation) =>
        Task.Run(() => Attempt(purpose, work), cancellation);

    /// <summary>Works in a transaction of its own, which is on the disk when the task completes. Once begun it is not cancelled.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<T> WriteAsync<T>(string purpose, Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await ReadAsync(purpose, InTransaction, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }

        T InTransaction(SqliteConnection connection)
        {
            using var transaction = connection.BeginTransaction();
            var result = work(connection);
            transaction.Commit();
            return result;
        }
    }

    /// <summary>Closes the pooled connections; the last one writes the log back into the file. The next call opens it again.</summary>
    public void Close() => ClearPool();

    /// <summary>
    /// Waits for the calls that are under way, and closes the file: nothing of it is read or written afterwards, so that its folder can
    /// be taken away.
    /// </summary>
    public void Dispose()
    {
        // Neither the lock nor the semaphore is disposed of: calls that come too late still ask them.
        _use.EnterWriteLock();
        _disposed = true;
        ClearPool();
        _use.ExitWriteLock();
    }

    private T Attempt<T>(string purpose, Func<SqliteConnection, T> work)
    {
        _use.EnterReadLock();
        try
        {
            if (_disposed)
                throw new StoreException($"The drawings could not be {purpose}: {path} is closed, because the game ends.");
            using var connection = Open();
            return work(connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            ClearPool();
            throw new StoreException($"The drawings could not be {purpose}: {SqliteFailure.Explain(e, path)}", e);
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    private SqliteConnection Open()
    {
        lock (_opening)
        {
            // A file that was moved away under the running game is made anew: an open connection would write into the one that is gone.
            if (!_ready || !File.Exists(path))
                Initialise();
        }

        return Connect();
    }

    private void Initialise()
    {
        ClearPool();
        _ready = false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
        schema.Migrate(connection);
        _ready = true;
        LogOpened(path, connection.ServerVersion);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // FULL: a commit returns when the log is on the disk, not merely with the operating system.
            // Secure: what is deleted is overwritten with zeros, as Debian's library does by itself; else its bytes stay in free pages.
            connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void ClearPool()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    [LoggerMessage(LogLevel.Information, "Drawings are kept in {Path} by SQLite {Version}")]
    private partial void LogOpened(string path, string version);
}
