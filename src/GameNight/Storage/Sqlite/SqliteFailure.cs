using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GameNight.Storage.Sqlite;

/// <summary>Words for the errors of SQLite and the file system that say what to do.</summary>
internal static class SqliteFailure
{
    /// <summary>The second half of a message, after a colon, with the error's own message in brackets.</summary>
    /// <param name="error">Of SQLite or of the file system.</param>
    /// <param name="path">The database file.</param>
    public static string Explain(Exception error, string path) => error switch
    {
        SqliteException sqlite => $"{Explain(sqlite.SqliteErrorCode, path)} ({sqlite.Message})",
        _ => $"{Path.GetDirectoryName(path)} cannot be used. ({error.Message})",
    };

    /// <summary>Whether a store failed because its file is damaged or no database: trying again can't help.</summary>
    public static bool IsDamage(StoreException failure) =>
        failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    // https://sqlite.org/rescode.html
    private static string Explain(int code, string path) => code switch
    {
        raw.SQLITE_FULL => $"the disk that holds {path} is full.",
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened; may this program read and write it and its folder?",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{path} is read-only.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"another program holds {path}; try again.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{path} is damaged or not a database; move it away or restore a copy of it.",
        raw.SQLITE_IOERR => $"the disk that holds {path} reports an error.",
        _ => $"SQLite cannot use {path}.",
    };
}
