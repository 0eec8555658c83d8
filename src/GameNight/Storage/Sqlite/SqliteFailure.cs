using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GameNight.Storage.Sqlite;

/// <summary>SQLite's and the file system's errors in words that say what to do.</summary>
internal static class SqliteFailure
{
    public static string Explain(Exception error, string path) => error switch
    {
        SqliteException sqlite => $"{Explain(sqlite.SqliteErrorCode, path)} ({sqlite.Message})",
        _ => $"{Path.GetDirectoryName(path)} cannot be used. ({error.Message})",
    };

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
