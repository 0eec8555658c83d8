using System.Globalization;
using System.Text.Json;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// The rows of a <see cref="FactTable"/> in <c>{DataFolder}/scoreboard.db</c>, and how far they go: both are written together, so that
/// a crash neither loses nor doubles. The file follows from the observations; without it, it is made anew.
/// </summary>
public sealed class FactFile(string dataFolder, ILogger<FactFile> logger) : IDisposable
{
    public const string FileName = "scoreboard.db";

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
        """);

    // SQLite's codes for a file whose content is broken, and for one of another kind.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly string _path = Path.GetFullPath(Path.Combine(dataFolder, FileName));
    private readonly SqliteDatabase _database = new(Path.GetFullPath(Path.Combine(dataFolder, FileName)), Schema, logger);

    /// <summary>Whose rows these are: a file that was made anew may go as far as the one before, with other rows.</summary>
    private byte[] _epoch = [];

    /// <summary>Reads all rows into a table that is empty.</summary>
    /// <returns>How far they go: a cursor of the observations' changes.</returns>
    /// <exception cref="StoreException">The file cannot be read; it is final where what lies there is no such file.</exception>
    public async Task<string?> LoadAsync(FactTable table, CancellationToken cancellation)
    {
        try
        {
            return await _database.ReadAsync("counted", connection => Load(connection, table, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.InnerException is SqliteException { SqliteErrorCode: Corrupt or NotADatabase })
        {
            throw new StoreException(e.Message, e) { IsFinal = true };
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            throw new StoreException($"{_path} is none of this game's: {e.Message}", e) { IsFinal = true };
        }
    }

    /// <summary>Writes what changed, and how far that goes.</summary>
    /// <param name="table">Gets what is written, once it is.</param>
    /// <param name="changes">In their order; the same play may occur twice.</param>
    /// <param name="before">How far the file went before.</param>
    /// <param name="after">How far it goes now.</param>
    /// <param name="cancellation">Keeps the work from starting.</param>
    /// <returns>False where another process has written meanwhile: nothing was written, and the rows are to be loaded again.</returns>
    /// <exception cref="StoreException">The file cannot be written.</exception>
    public async Task<bool> WriteAsync(FactTable table, IReadOnlyList<PlayFacts> changes, string? before, string? after, CancellationToken cancellation)
    {
        var done = await _database.WriteAsync("counted", connection =>
        {
            if (connection.Execute("UPDATE position SET cursor = $after WHERE cursor IS $before AND epoch = $epoch", ("$after", after), ("$before", before), ("$epoch", _epoch)) != 1)
                return null;
            var rows = new List<(PlayFacts Play, int? Row)>(changes.Count);
            using var find = connection.Command("SELECT row FROM play WHERE id = $id", ("$id", null));
            using var insert = connection.Command("INSERT INTO play (row, id, content) VALUES ($row, $id, $content)", ("$row", null), ("$id", null), ("$content", null));
            using var update = connection.Command("UPDATE play SET content = $content WHERE row = $row", ("$row", null), ("$content", null));
            var next = table.Count;
            foreach (var play in changes)
            {
                // In this order, ids that begin with their time follow each other in the index.
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

            WriteNames(connection, "player", table.Players, name => name);
            WriteNames(connection, "contender", table.Contenders, name => JsonSerializer.Serialize(name));
            return rows;
        }, cancellation).ConfigureAwait(false);
        foreach (var (play, row) in done ?? [])
        {
            if (row is { } known)
                table.SetMark(known, play.Mark);
            else
                table.Append(play);
        }

        return done is not null;
    }

    /// <summary>The ids of the observations behind some rows, in the same order; one that is not there any more is left out.</summary>
    /// <inheritdoc cref="LoadAsync" path="/exception"/>
    public Task<IReadOnlyList<Guid>> FindIdsAsync(IReadOnlyList<int> rows, CancellationToken cancellation) => _database.ReadAsync<IReadOnlyList<Guid>>("read", connection =>
    {
        using var command = connection.Command("SELECT id FROM play WHERE row = $row", ("$row", null));
        var ids = new List<Guid>(rows.Count);
        foreach (var row in rows)
        {
            command.Parameters["$row"].Value = row;
            // Counted anew meanwhile, it may not be there yet.
            if (command.ExecuteScalar() is byte[] id)
                ids.Add(new Guid(id, bigEndian: true));
        }

        return ids;
    }, cancellation);

    /// <summary>Forgets everything.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public Task ClearAsync(CancellationToken cancellation) => _database.WriteAsync("counted", connection =>
        connection.Execute("DELETE FROM play; DELETE FROM player; DELETE FROM contender; UPDATE position SET cursor = NULL, epoch = randomblob(8)"), cancellation);

    /// <summary>Takes away a file that is none of this kind; the next call makes a new one.</summary>
    /// <exception cref="StoreException">It cannot be taken away.</exception>
    public void Remove()
    {
        _database.Close();
        try
        {
            foreach (var end in (string[])["", "-wal", "-shm"])
                File.Delete(_path + end);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{_path} is damaged and cannot be taken away: {e.Message}", e);
        }
    }

    public void Dispose() => _database.Dispose();

    private string? Load(SqliteConnection connection, FactTable table, CancellationToken cancellation)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var players = ReadNames(connection, "player", name => name);
        var contenders = ReadNames(connection, "contender", name => JsonSerializer.Deserialize<ScoredVersion>(name)!);
        players.ForEach(name => table.Players.NumberOf(name));
        contenders.ForEach(name => table.Contenders.NumberOf(name));
        using (var command = connection.Command("SELECT id, content FROM play ORDER BY row"))
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                table.Append(FactFormat.Unpack(reader.GetFieldValue<byte[]>(1), new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true), players, contenders));
            }
        }

        using var position = connection.Command("SELECT cursor, epoch FROM position");
        using var row = position.ExecuteReader();
        row.Read();
        _epoch = row.GetFieldValue<byte[]>(1);
        return row.IsDBNull(0) ? null : row.GetString(0);
    }

    private static List<T> ReadNames<T>(SqliteConnection connection, string table, Func<string, T> parse)
    {
        using var command = connection.Command($"SELECT name FROM {table} ORDER BY number");
        using var reader = command.ExecuteReader();
        var names = new List<T>();
        while (reader.Read())
            names.Add(parse(reader.GetString(0)));
        return names;
    }

    /// <summary>Numbers that a failed write gave out are written by the next: they are names all the same.</summary>
    private static void WriteNames<T>(SqliteConnection connection, string table, ValueIndex<T> names, Func<T, string> text)
        where T : notnull
    {
        using var count = connection.Command($"SELECT count(*) FROM {table}");
        for (var number = Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture); number < names.Count; number++)
            connection.Execute($"INSERT INTO {table} (number, name) VALUES ($number, $name)", ("$number", number), ("$name", text(names[number])));
    }
}
