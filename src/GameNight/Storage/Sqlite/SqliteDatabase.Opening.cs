using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

public sealed partial class SqliteDatabase
{
    private SqliteConnection Open()
    {
        lock (_opening)
        {
            // A file that was moved away meanwhile is made anew: pooled connections would go on writing into the one that was moved.
            if (!_isReady || !File.Exists(path))
                Initialise();
        }

        return Connect();
    }

    private void Initialise()
    {
        ClearPool();
        _isReady = false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
        schema.Migrate(connection);
        _isReady = true;
        LogOpened(connection.ServerVersion, path);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // synchronous = FULL: a commit returns when the log is on the disk, not merely with the operating system.
            // secure_delete: what is deleted is overwritten with zeros instead of staying in free pages, as in Debian's build of SQLite.
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

    [LoggerMessage(LogLevel.Information, "SQLite {Version} has opened {Path}")]
    private partial void LogOpened(string version, string path);
}
