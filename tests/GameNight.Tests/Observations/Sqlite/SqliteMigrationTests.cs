using System.Globalization;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Sqlite;

/// <summary>A file that an older build made is brought up to date.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Open_TablesOfVersion2_KeepsObservationsAndReportsLaterChanges()
    {
        var plays = Enumerable.Range(0, 6).Select(i => ObservationBuilder.Of(i) with
        {
            Ink = null,
            Input = null,
            ChosenBy = ChosenBy.Player,
            Shadows = [],
            Task = null,
            Guesses = [new("mnist-cnn", "1", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
            Label = i % 2 == 0 ? ObservationBuilder.Label(i) : null,
        }).ToList();
        await MakeVersion2Async(plays);
        using var store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);

        var read = (await store.ReadAsync(null, 100, default)).Items;
        Assert.Equal(plays.Select(play => play.Id), read.Select(play => play.Id));
        Assert.All(plays.Zip(read), pair => ObservationBuilder.AssertEqual(pair.First, pair.Second));
        var changes = await store.ReadChangesAsync(null, 100, default);
        Assert.Equal(plays.Select(play => play.Id), changes.Items.Select(play => play.Id));

        var play = ObservationBuilder.Of();
        await store.LabelAsync(plays[3].Id, ObservationBuilder.Label(5), default);
        await store.AppendAsync(play, default);
        await store.ExcludeAsync(plays[0].Id, true, default);
        var later = (await store.ReadChangesAsync(changes.Next, 100, default)).Items;
        Assert.Equal([plays[3].Id, play.Id, plays[0].Id], later.Select(play => play.Id));
        ObservationBuilder.AssertEqual(plays[0] with { Excluded = true }, later[^1]);
        Assert.Equal("7", (await store.ReadAsync(null, 100, default)).Next);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Creates the file as builds with version 2 of the tables did.</summary>
    private async Task MakeVersion2Async(IEnumerable<Observation> plays)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_folder.Path, SqliteObservationStore.FileName)};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, """
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
            CREATE TABLE document (
                collection TEXT    NOT NULL,
                name       TEXT    NOT NULL,
                revision   INTEGER NOT NULL,
                content    BLOB    NOT NULL,
                PRIMARY KEY (collection, name)
            ) WITHOUT ROWID;
            CREATE INDEX observation_labelled ON observation (sequence) WHERE label IS NOT NULL;
            PRAGMA user_version = 2;
            """);
        foreach (var play in plays)
        {
            await RunAsync(
                connection,
                """
                INSERT INTO observation VALUES (NULL, $id, $time, $player, NULL, $image, $normaliser, $chosen,
                    '[{"algorithm":"mnist-cnn","version":"1","probabilities":[1,0,0,0,0,0,0,0,0,0]}]', $label, $by, $at)
                """,
                ("$id", play.Id.ToString()), ("$time", Text(play.Time)), ("$player", play.Player), ("$image", play.Image.Pixels.ToArray()),
                ("$normaliser", play.NormaliserVersion), ("$chosen", play.Chosen), ("$label", play.Label?.Digit), ("$by", play.Label?.By),
                ("$at", play.Label is { } label ? Text(label.Time) : null));
        }
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static async Task RunAsync(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }
}
