using GameNight.Storage.Sqlite;

namespace GameNight.Observations.Sqlite;

/// <summary>The tables of <c>observations.db</c>.</summary>
internal static class ObservationSchema
{
    public static SqliteSchema Schema { get; } = new(
        // AUTOINCREMENT: a sequence number is never used twice, so that a cursor stays valid whatever is removed.
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
        // "changed" numbers the changes: each takes the next number, so that a reader in their order misses none. "identity" tells
        // this file from another that takes its place, and changes when rows are removed: cursors from before are refused then.
        // What the host dropped in the label review before there was the column "excluded" is excluded here.
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
        """,
        // Builds before this column recorded no origin; what a program sent shows in what it was drawn with.
        """
        ALTER TABLE observation ADD COLUMN origin TEXT;
        UPDATE observation SET origin = CASE WHEN player LIKE 'simulated-%' THEN 'host' ELSE 'api' END
        WHERE input IN ('program', 'picture');
        """,
        """
        ALTER TABLE observation ADD COLUMN task TEXT;
        ALTER TABLE observation ADD COLUMN votes TEXT;
        """);
}
