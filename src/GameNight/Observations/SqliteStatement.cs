using Microsoft.Data.Sqlite;

namespace GameNight.Observations;

internal static class SqliteStatement
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
