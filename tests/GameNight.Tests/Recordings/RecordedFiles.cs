using GameNight.Scoreboard.Projection;
using Microsoft.Data.Sqlite;

namespace GameNight.Tests.Recordings;

/// <summary>Compares a data folder before and after this build has opened it.</summary>
internal static class RecordedFiles
{
    /// <summary>
    /// Asserts that files are unchanged, except for SQLite's databases, in which every row still exists with its recorded columns.
    /// </summary>
    public static void AssertKept(string before, string after)
    {
        foreach (var path in Directory.EnumerateFiles(before, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(before, path);
            // The counts are made anew from the observations where a build counts otherwise.
            if (Path.GetFileName(file) == FactFile.FileName)
                continue;
            if (file.EndsWith(".db", StringComparison.Ordinal))
                AssertRowsKept(file, path, Path.Combine(after, file));
            else if (!file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))
                AssertBytesKept(file, path, Path.Combine(after, file));
        }
    }

    private static void AssertBytesKept(string file, string before, string after)
    {
        Assert.True(File.Exists(after), $"{file} is gone.");
        Assert.True(File.ReadAllBytes(before).AsSpan().SequenceEqual(File.ReadAllBytes(after)), $"{file} has changed.");
    }

    private static void AssertRowsKept(string file, string before, string after)
    {
        using var recorded = Open(before);
        using var now = Open(after);
        foreach (var table in Read(recorded, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            // The scoreboard's cursor may advance.
            var columns = string.Join(", ", Read(recorded, $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'cursor'"));
            var rows = Read(now, $"SELECT {columns} FROM {table}");
            foreach (var row in Read(recorded, $"SELECT {columns} FROM {table}"))
                Assert.True(rows.Remove(row), $"The table {table} of {file} no longer has the row ({columns}) = ({row}).");
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Each row as its values, separated by commas.</summary>
    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
