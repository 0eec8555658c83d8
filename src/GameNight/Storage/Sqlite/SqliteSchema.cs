using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>
/// The tables of a file. <c>PRAGMA user_version</c> counts the scripts that have run. A script is never
/// changed once it has shipped; a change to the tables is a new script at the end.
/// </summary>
public sealed class SqliteSchema(params IReadOnlyList<string> scripts)
{
    /// <summary>The tables of <c>observations.db</c>.</summary>
    public static SqliteSchema Observations { get; } = new(
        // AUTOINCREMENT: a sequence number is never used twice, so that a cursor stays true whatever is removed.
        """
        CREATE TABLE observation (
            sequence           INTEGER PRIMARY KEY AUTOINCREMENT,
            id                 TEXT    NOT NULL UNIQUE,
            time               TEXT    NOT NULL,
            player             TEXT    NOT NULL,
            ink                TEXT,
            image              BLOB    NOT NULL CHECK (length(image) = 784),
            normaliser_version INTEGER NOT NULL,
            chosen             TEXT    NOT NULL,
            guesses            TEXT    NOT NULL,
            label              INTEGER CHECK (label BETWEEN 0 AND 9),
            labelled_by        TEXT,
            labelled_at        TEXT
        );
        """,
        """
        CREATE TABLE document (
            collection TEXT    NOT NULL,
            name       TEXT    NOT NULL,
            revision   INTEGER NOT NULL,
            content    BLOB    NOT NULL,
            PRIMARY KEY (collection, name)
        ) WITHOUT ROWID;
        CREATE INDEX observation_labelled ON observation (sequence) WHERE label IS NOT NULL;
        """,
        // Each change takes the next number, so that who reads in their order misses none. The file has a name of its own, so
        // that nobody goes on in another one that has taken its place; where somebody removes rows, it becomes another one. What
        // the host dropped before there was a column for it is set aside.
        """
        ALTER TABLE observation ADD COLUMN input TEXT;
        ALTER TABLE observation ADD COLUMN chosen_by TEXT;
        ALTER TABLE observation ADD COLUMN shadows TEXT;
        ALTER TABLE observation ADD COLUMN excluded INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE observation ADD COLUMN changed INTEGER;
        UPDATE observation SET changed = sequence;
        CREATE UNIQUE INDEX observation_changed ON observation (changed);
        CREATE TABLE identity AS SELECT lower(hex(randomblob(8))) AS id;
        CREATE TRIGGER observation_removed AFTER DELETE ON observation BEGIN
            UPDATE identity SET id = lower(hex(randomblob(8)));
        END;
        UPDATE observation SET excluded = 1 WHERE replace(id, '-', '') IN (
            SELECT name FROM document WHERE collection = 'review-decisions' AND CAST(content AS TEXT) LIKE '%"keeps":false%');
        """);

    /// <summary>Brings the file up to the newest tables. Nothing happens where it is; several processes may try at once.</summary>
    /// <exception cref="StoreException">A newer program made the file.</exception>
    public void Migrate(SqliteConnection connection)
    {
        if (VersionOf(connection) == scripts.Count)
            return;
        using var transaction = connection.BeginTransaction();
        var version = VersionOf(connection);
        if (version > scripts.Count)
        {
            throw new StoreException(
                $"{connection.DataSource} has tables of version {version}, and this program knows them up to {scripts.Count}: it needs the newer program that made it.");
        }

        for (; version < scripts.Count; version++)
            connection.Execute(scripts[version]);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
