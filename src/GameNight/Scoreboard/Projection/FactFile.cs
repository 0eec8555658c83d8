using System.Text.Json;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Keeps the rows of a <see cref="FactTable"/> in <c>{DataFolder}/scoreboard.db</c>, together with the cursor of the last change that they
/// include. Both are written in one transaction, so that a crash neither loses nor doubles a play. All of it can be made again from the
/// observations.
/// </summary>
public sealed class FactFile(string dataFolder, ILogger<FactFile> logger) : IDisposable
{
    public const string FileName = "scoreboard.db";

    /// <summary>All rows and the cursor go: everything is counted anew.</summary>
    private const string Clear = """
        DELETE FROM play;
        DELETE FROM player;
        DELETE FROM contender;
        UPDATE position SET cursor = NULL, epoch = randomblob(8);
        """;

    private static readonly SqliteSchema Schema = new(
        """
        CREATE TABLE play (
            row     INTEGER PRIMARY KEY,
            id      BLOB NOT NULL UNIQUE,
            content BLOB NOT NULL
        );
        CREATE TABLE player (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE contender (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE position (cursor TEXT, epoch BLOB NOT NULL);
        INSERT INTO position VALUES (NULL, randomblob(8));
        """,
        // What comes over the API counts as a program's since.
        Clear,
        // The same drawing counts once since.
        Clear);

    private readonly string _path = Path.GetFullPath(Path.Combine(dataFolder, FileName));
    private readonly SqliteDatabase _database = new(Path.GetFullPath(Path.Combine(dataFolder, FileName)), Schema, logger);

    /// <summary>Random bytes that change when the file is cleared: a new file may have the cursor of an old one, but other rows.</summary>
    private byte[] _epoch = [];

    /// <summary>Reads all rows into an empty table.</summary>
    /// <returns>The cursor of the last change of the observations that they include; null for a new file.</returns>
    /// <exception cref="StoreException">The file cannot be read. It is final if the file is damaged or of another kind.</exception>
    public async Task<string?> LoadAsync(FactTable table, CancellationToken cancellation)
    {
        try
        {
            return await _database.ReadAsync(NotCounted, connection => Load(connection, table, cancellation), cancellation)
                .ConfigureAwait(false);
        }
        catch (StoreException e) when (e.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB })
        {
            throw new StoreException(e.Message, e) { IsFinal = true };
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            throw new StoreException($"{_path} does not hold the scoreboard's counts: {e.Message}", e) { IsFinal = true };
        }
    }

    /// <summary>Writes changes and the new cursor to the file, then applies the changes to the table.</summary>
    /// <param name="table">The table that was loaded from this file.</param>
    /// <param name="changes">The changed plays in their order; the same play may occur twice.</param>
    /// <param name="before">The cursor that the file is expected to have.</param>
    /// <param name="after">The cursor after these changes.</param>
    /// <param name="cancellation">Keeps the transaction from starting.</param>
    /// <returns>False if another process has written meanwhile: nothing was written, and the table must be loaded again.</returns>
    /// <exception cref="StoreException">The file cannot be written.</exception>
    public async Task<bool> WriteAsync(
        FactTable table, IReadOnlyList<PlayFacts> changes, string? before, string? after, CancellationToken cancellation)
    {
        var written = await _database.WriteAsync(NotCounted, connection =>
        {
            if (!MoveCursor(connection, before, after))
                return null;
            var rows = FactStatements.WritePlays(connection, table, changes);
            FactStatements.WriteNames(connection, "player", table.Players, name => name);
            FactStatements.WriteNames(connection, "contender", table.Versions, version => JsonSerializer.Serialize(version));
            return rows;
        }, cancellation).ConfigureAwait(false);
        foreach (var (play, row) in written ?? [])
        {
            if (row is { } known)
                table.SetLabel(known, play);
            else
                table.Append(play);
        }

        return written is not null;
    }

    /// <summary>The ids of the observations behind some rows, in the same order. A row that is not there is left out.</summary>
    /// <inheritdoc cref="LoadAsync" path="/exception"/>
    public Task<IReadOnlyList<Guid>> FindIdsAsync(IReadOnlyList<int> rows, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Guid>>(NotRead, connection =>
        {
            using var command = connection.Command("SELECT id FROM play WHERE row = $row", ("$row", null));
            var ids = new List<Guid>(rows.Count);
            foreach (var row in rows)
            {
                command.Parameters["$row"].Value = row;
                // The row may have been deleted meanwhile, because the counts belong to another store.
                if (command.ExecuteScalar() is byte[] id)
                    ids.Add(new Guid(id, bigEndian: true));
            }

            return ids;
        }, cancellation);

    /// <summary>Deletes all rows and the cursor; the file has nothing left of them.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        await _database.WriteAsync(NotCounted, connection => connection.Execute(Clear), cancellation).ConfigureAwait(false);
        await _database.PurgeAsync(NotCounted, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes the file. The next call makes a new one.</summary>
    /// <exception cref="StoreException">The file cannot be deleted.</exception>
    public void Remove() => _database.Delete();

    public void Dispose() => _database.Dispose();

    private string? Load(SqliteConnection connection, FactTable table, CancellationToken cancellation)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var players = FactStatements.ReadNames(connection, "player", name => name);
        var versions = FactStatements.ReadNames(connection, "contender", name => JsonSerializer.Deserialize<ScoredVersion>(name)!);
        players.ForEach(name => table.Players.NumberOf(name));
        versions.ForEach(version => table.Versions.NumberOf(version));
        using (var command = connection.Command("SELECT id, content FROM play ORDER BY row"))
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                var id = new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true);
                table.Append(FactFormat.Unpack(reader.GetFieldValue<byte[]>(1), id, players, versions));
            }
        }

        using var position = connection.Command("SELECT cursor, epoch FROM position");
        using var row = position.ExecuteReader();
        row.Read();
        _epoch = row.GetFieldValue<byte[]>(1);
        return row.IsDBNull(0) ? null : row.GetString(0);
    }

    /// <returns>False if the file does not have the expected cursor and epoch.</returns>
    private bool MoveCursor(SqliteConnection connection, string? before, string? after) => connection.Execute(
        "UPDATE position SET cursor = $after WHERE cursor IS $before AND epoch = $epoch",
        ("$after", after), ("$before", before), ("$epoch", _epoch)) == 1;
}
