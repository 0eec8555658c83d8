using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>Makes and runs SQL statements with their parameters.</summary>
internal static class SqliteStatement
{
    /// <summary>Makes a command, which the caller disposes.</summary>
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Replaces the values of a command's parameters, so that a statement that runs often is compiled once.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameters">All its parameters, in the order in which it was made with them.</param>
    public static void Set(this SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
    }

    /// <returns>The number of rows that were changed.</returns>
    public static int Execute(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that returns one whole number.</summary>
    public static long Number(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return (long)command.ExecuteScalar()!;
    }
}
