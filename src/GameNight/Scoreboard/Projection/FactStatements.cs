using System.Globalization;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GameNight.Scoreboard.Projection;

/// <summary>The SQL statements of a <see cref="FactFile"/> for plays, and for the players and versions that they refer to.</summary>
internal static class FactStatements
{
    /// <summary>Inserts new plays and updates known ones.</summary>
    /// <returns>The plays with the rows that they had before; null for a new one.</returns>
    public static List<(PlayFacts Play, int? Row)> WritePlays(
        SqliteConnection connection, FactTable table, IReadOnlyList<PlayFacts> changes)
    {
        using var find = connection.Command("SELECT row FROM play WHERE id = $id", ("$id", null));
        using var insert = connection.Command(
            "INSERT INTO play (row, id, content) VALUES ($row, $id, $content)", ("$row", null), ("$id", null), ("$content", null));
        using var update = connection.Command("UPDATE play SET content = $content WHERE row = $row", ("$row", null), ("$content", null));
        var rows = new List<(PlayFacts Play, int? Row)>(changes.Count);
        var next = table.Count;
        foreach (var play in changes)
        {
            // Ids begin with their time: as big-endian bytes, new ones lie next to each other in the index.
            var id = play.Id.ToByteArray(bigEndian: true);
            find.Parameters["$id"].Value = id;
            var row = find.ExecuteScalar() is long known ? (int?)known : null;
            var command = row is null ? insert : update;
            command.Parameters["$row"].Value = row ?? next++;
            command.Parameters["$content"].Value = FactFormat.Pack(play, table);
            if (row is null)
                command.Parameters["$id"].Value = id;
            command.ExecuteNonQuery();
            rows.Add((play, row));
        }

        return rows;
    }

    /// <summary>All values of a table of names, in order of number.</summary>
    public static List<T> ReadNames<T>(SqliteConnection connection, string table, Func<string, T> parse)
    {
        using var command = connection.Command($"SELECT name FROM {table} ORDER BY number");
        using var reader = command.ExecuteReader();
        var names = new List<T>();
        while (reader.Read())
            names.Add(parse(reader.GetString(0)));
        return names;
    }

    /// <summary>Writes the values that the file lacks, including those that were numbered for a write that failed.</summary>
    public static void WriteNames<T>(SqliteConnection connection, string table, ValueIndex<T> values, Func<T, string> nameOf)
        where T : notnull
    {
        using var count = connection.Command($"SELECT count(*) FROM {table}");
        for (var number = Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture); number < values.Count; number++)
        {
            connection.Execute(
                $"INSERT INTO {table} (number, name) VALUES ($number, $name)", ("$number", number), ("$name", nameOf(values[number])));
        }
    }
}
