using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GameNight.Observations.Outbox;

/// <summary>The tables of <c>outbox.db</c> and their statements.</summary>
internal static class OutboxRow
{
    public static SqliteSchema Schema { get; } = new(
        """
        CREATE TABLE entry (
            sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
            id        TEXT    NOT NULL,
            play      BLOB,
            digit     INTEGER,
            marked_by TEXT,
            marked_at TEXT,
            queued_at TEXT    NOT NULL,
            sent      INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX entry_of_observation ON entry (id);
        CREATE INDEX entry_waiting ON entry (sequence, id, queued_at) WHERE sent = 0;
        CREATE TABLE refused (
            sequence   INTEGER PRIMARY KEY,
            id         TEXT NOT NULL,
            play       BLOB,
            digit      INTEGER,
            marked_by  TEXT,
            marked_at  TEXT,
            queued_at  TEXT NOT NULL,
            refused_at TEXT NOT NULL,
            reason     TEXT NOT NULL
        );
        """);

    private const string Columns = "sequence, id, play, digit, marked_by, marked_at, sent";

    public static List<OutboxEntry> OfObservation(SqliteConnection connection, Guid id) =>
        Read(connection, $"SELECT {Columns} FROM entry WHERE id = $id ORDER BY sequence", ("$id", id.ToString()));

    public static List<OutboxEntry> Waiting(SqliteConnection connection, int limit) =>
        Read(connection, $"SELECT {Columns} FROM entry WHERE sent = 0 ORDER BY sequence LIMIT $limit", ("$limit", limit));

    /// <returns>The entry's sequence number.</returns>
    public static long Insert(SqliteConnection connection, Guid id, byte[]? play, Label? label, DateTimeOffset time) => connection.Number(
        """
        INSERT INTO entry (id, play, digit, marked_by, marked_at, queued_at) VALUES ($id, $play, $digit, $by, $at, $time)
        RETURNING sequence
        """,
        ("$id", id.ToString()), ("$play", play),
        ("$digit", label?.Digit), ("$by", label?.By), ("$at", label is null ? null : IsoTime.Format(label.Time)),
        ("$time", IsoTime.Format(time)));

    /// <summary>Marks entries as sent, and removes those before the last <paramref name="kept"/> that were.</summary>
    public static void MarkSent(SqliteConnection connection, IReadOnlyList<OutboxEntry> entries, int kept)
    {
        foreach (var entry in entries)
            connection.Execute("UPDATE entry SET sent = 1 WHERE sequence = $sequence", ("$sequence", entry.Sequence));
        connection.Execute(
            "DELETE FROM entry WHERE sent = 1 AND sequence <= $last", ("$last", entries.Max(entry => entry.Sequence) - kept));
    }

    /// <summary>Moves an entry into the table <c>refused</c>.</summary>
    public static void Refuse(SqliteConnection connection, long sequence, DateTimeOffset time, string reason)
    {
        connection.Execute(
            """
            INSERT INTO refused (sequence, id, play, digit, marked_by, marked_at, queued_at, refused_at, reason)
            SELECT sequence, id, play, digit, marked_by, marked_at, queued_at, $time, $reason FROM entry WHERE sequence = $sequence
            """,
            ("$sequence", sequence), ("$time", IsoTime.Format(time)), ("$reason", reason));
        connection.Execute("DELETE FROM entry WHERE sequence = $sequence", ("$sequence", sequence));
    }

    /// <summary>Every entry, those that were sent or refused too.</summary>
    public static List<OutboxEntry> All(SqliteConnection connection) => Read(
        connection, $"SELECT {Columns} FROM entry UNION ALL SELECT sequence, id, play, digit, marked_by, marked_at, 1 FROM refused");

    /// <summary>Deletes every entry of an observation, those that were sent or refused too.</summary>
    public static void Delete(SqliteConnection connection, Guid id)
    {
        foreach (var table in (string[])["entry", "refused"])
            connection.Execute($"DELETE FROM {table} WHERE id = $id", ("$id", id.ToString()));
    }

    public static OutboxCount Count(SqliteConnection connection)
    {
        using var command = connection.Command(
            """
            SELECT count(DISTINCT id), min(queued_at), (SELECT count(*) FROM refused),
                coalesce(min(sequence) - 1, (SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0)
            FROM entry WHERE sent = 0
            """);
        using var row = command.ExecuteReader();
        row.Read();
        return new OutboxCount(
            row.GetInt32(0), row.IsDBNull(1) ? null : IsoTime.Parse(row.GetString(1)), row.GetInt32(2), row.GetInt64(3));
    }

    private static List<OutboxEntry> Read(
        SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var row = command.ExecuteReader();
        var entries = new List<OutboxEntry>();
        while (row.Read())
        {
            entries.Add(new OutboxEntry(
                row.GetInt64(0),
                row.GetGuid(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2),
                row.IsDBNull(3) ? null : new Label(row.GetInt32(3), row.GetString(4), IsoTime.Parse(row.GetString(5))),
                row.GetBoolean(6)));
        }

        return entries;
    }
}
