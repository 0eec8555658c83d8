using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>Copies a database file as it is at one moment, while others read and write it.</summary>
/// <remarks>SQLite's online backup: https://www.sqlite.org/backup.html. In one step, so that writers are not waited for.</remarks>
public static class SqliteSnapshot
{
    /// <param name="path">The database.</param>
    /// <param name="copy">The copy: one file, without a log beside it.</param>
    /// <param name="cancellation">Keeps it from starting.</param>
    /// <exception cref="StoreException">It cannot be read, or the copy cannot be written.</exception>
    public static Task CopyAsync(string path, string copy, CancellationToken cancellation) => Task.Run(() =>
    {
        try
        {
            using var source = Open(path, SqliteOpenMode.ReadWrite);
            using var target = Open(copy, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(target);
            // Of write-ahead logging the copy has only the mark, and would get a log as soon as it is opened.
            target.Execute("PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException e)
        {
            throw new StoreException($"{path} could not be copied: {SqliteFailure.Explain(e, path)}", e);
        }
    }, cancellation);

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000");
        return connection;
    }
}
