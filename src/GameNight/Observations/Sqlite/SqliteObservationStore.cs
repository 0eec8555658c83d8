using System.Globalization;
using GameNight.Observations.Store;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Observations.Sqlite;

/// <summary>Keeps observations in <c>{DataFolder}/observations.db</c>, which is opened with the first call.</summary>
public sealed class SqliteObservationStore(string dataFolder, ILogger<SqliteObservationStore> logger) : IObservationStore, IDisposable
{
    public const string FileName = "observations.db";

    /// <summary>From how many observations on the work is worth several cores.</summary>
    private const int Many = 100;

    private readonly SqliteDatabase _database = new(
        Path.GetFullPath(Path.Combine(dataFolder, FileName)), ObservationSchema.Schema, logger);

    public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) =>
        _database.WriteAsync(NotSaved, connection =>
        {
            using var command = ObservationRow.Insert(connection, observation);
            return Append(connection, command, observation);
        }, cancellation);

    /// <summary>
    /// Adds observations in their order and in one transaction: when the task completes all of them are on the disk, and when
    /// it fails none is. Other writers wait meanwhile: <see cref="ObservationPage.MaxLimit"/> of them take some hundredths of a second.
    /// </summary>
    /// <returns>For each of them the outcome of <see cref="AppendAsync(Observation, CancellationToken)"/>.</returns>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Observation> observations, CancellationToken cancellation)
    {
        if (observations.Count == 0)
            return [];
        var rows = await ToRowsAsync(observations, cancellation).ConfigureAwait(false);
        return await _database.WriteAsync<IReadOnlyList<AppendOutcome>>(NotSaved, connection =>
        {
            using var command = ObservationRow.Insert(connection, observations[0]);
            var outcomes = new AppendOutcome[observations.Count];
            for (var i = 0; i < outcomes.Length; i++)
            {
                command.Set(rows[i]);
                outcomes[i] = Append(connection, command, observations[i]);
            }

            return outcomes;
        }, cancellation).ConfigureAwait(false);
    }

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) =>
        _database.ReadAsync(NotRead, connection => Find(connection, id), cancellation);

    public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        label.RequireDigit();
        return _database.WriteAsync(NotMarked, connection =>
        {
            using var command = ObservationRow.SetLabel(connection, id, label);
            if (command.ExecuteNonQuery() == 1)
                return LabelOutcome.Stored;
            return Find(connection, id) is null ? LabelOutcome.NotFound : LabelOutcome.Unchanged;
        }, cancellation);
    }

    public Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation)
    {
        vote.RequireDigit();
        return _database.WriteAsync(NotVoted, connection =>
        {
            if (Find(connection, id) is not { } observation)
                return VoteOutcome.NotFound;
            if (observation.Votes.Has(vote))
                return VoteOutcome.Unchanged;
            using var command = ObservationRow.SetVotes(connection, id, observation.Votes.With(vote));
            command.ExecuteNonQuery();
            return VoteOutcome.Stored;
        }, cancellation);
    }

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => _database.WriteAsync(NotDeleted, connection =>
    {
        if (Find(connection, id) is not { } observation || !observation.Votes.Any(vote => vote.Player == player))
            return 0;
        using var command = ObservationRow.SetVotes(connection, id, observation.Votes.Without(player));
        return command.ExecuteNonQuery();
    }, cancellation);

    // A cursor is the sequence number of the last row read. The numbers are assigned under SQLite's single write lock, in the
    // order of the commits, so that no lower one can appear behind a reader.
    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        var sequence = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out sequence))
            throw new ArgumentException("The cursor is not one that this store gave out.", nameof(after));
        return _database.ReadAsync(NotRead, connection =>
        {
            var items = new List<Observation>();
            using var command = ObservationRow.SelectAfter(connection, sequence, limit);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                items.Add(ObservationRow.Read(reader, out sequence));
            }

            return new ObservationPage(items, items.Count > 0 ? sequence.ToString(CultureInfo.InvariantCulture) : after);
        }, cancellation);
    }

    public Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        return _database.ReadAsync(NotRead, connection =>
        {
            var identity = ReadIdentity(connection);
            var changed = ChangeCursor.Read(after, identity);
            if (changed > connection.Number("SELECT coalesce(max(changed), 0) FROM observation"))
            {
                throw new ArgumentException(
                    "The cursor is of changes that are gone: an older copy of the file has taken its place.", nameof(after));
            }

            var items = new List<Observation>();
            using var command = ObservationRow.SelectChanges(connection, changed, limit);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                items.Add(ObservationRow.Read(reader, out _));
                changed = ObservationRow.Changed(reader);
            }

            return new ObservationPage(items, items.Count > 0 ? ChangeCursor.Write(identity, changed) : after);
        }, cancellation);
    }

    public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) =>
        _database.WriteAsync(NotSetAside, connection =>
        {
            using var command = ObservationRow.SetExcluded(connection, id, excluded);
            return command.ExecuteNonQuery() == 1 || Find(connection, id) is not null;
        }, cancellation);

    public Task<long> CountLabelledAsync(CancellationToken cancellation) => _database.ReadAsync(
        NotCounted, connection => connection.Number("SELECT count(*) FROM observation WHERE label IS NOT NULL"), cancellation);

    // A trigger of the schema gives the file another identity, which is part of the cursors of changes.
    public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        _database.WriteAsync(NotDeleted, connection =>
        {
            using var command = connection.Command(
                "DELETE FROM observation WHERE id = $id RETURNING label IS NOT NULL", ("$id", null));
            var (drawings, labelled) = (0L, 0L);
            foreach (var id in ids)
            {
                command.Set(("$id", id.ToString()));
                if (command.ExecuteScalar() is not long hadLabel)
                    continue;
                drawings++;
                labelled += hadLabel;
            }

            return new DeletedCount(drawings, labelled);
        }, cancellation);

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => _database.WriteAsync(NotDeleted, connection =>
    {
        using var command = ObservationRow.RemoveLabel(connection, id);
        return command.ExecuteNonQuery();
    }, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => _database.PurgeAsync(NotDeleted, cancellation);

    public void Dispose() => _database.Dispose();

    /// <summary>
    /// Most of the work is to write numbers as text. It is done before the transaction, and for many observations on all cores. Plays come
    /// one by one, many at the same time: none of them holds a thread while it waits for another one.
    /// </summary>
    private static async Task<(string Name, object? Value)[][]> ToRowsAsync(
        IReadOnlyList<Observation> observations, CancellationToken cancellation)
    {
        if (observations.Count < Many)
            return [.. observations.Select(ObservationRow.Values)];
        var query = observations.AsParallel().AsOrdered().WithCancellation(cancellation).Select(ObservationRow.Values);
        return await Task.Run(query.ToArray, cancellation).ConfigureAwait(false);
    }

    private static AppendOutcome Append(SqliteConnection connection, SqliteCommand insert, Observation observation)
    {
        if (insert.ExecuteNonQuery() == 1)
            return AppendOutcome.Stored;
        return observation.IsSamePlayAs(Find(connection, observation.Id)!) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;
    }

    private static string ReadIdentity(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT id FROM identity");
        return (string)command.ExecuteScalar()!;
    }

    private static Observation? Find(SqliteConnection connection, Guid id)
    {
        using var command = ObservationRow.Select(connection, id);
        using var reader = command.ExecuteReader();
        return reader.Read() ? ObservationRow.Read(reader, out _) : null;
    }
}
