using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GameNight.Observations.Sqlite;

/// <summary>
/// Reads and writes the rows of <see cref="ObservationSchema"/>: ink and guesses are JSON, the image is 784 bytes, times are
/// <see cref="IsoTime"/>.
/// </summary>
internal static class ObservationRow
{
    private const string Columns = """
        sequence, id, time, player, ink, image, normaliser_version, chosen, guesses, label, labelled_by, labelled_at,
        input, chosen_by, shadows, excluded, changed, origin, task, votes
        """;

    private const string NextChange = "(SELECT coalesce(max(changed), 0) + 1 FROM observation)";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new GuessConverter() } };

    public static SqliteCommand Insert(SqliteConnection connection, Observation observation) => connection.Command(
        $"""
        INSERT INTO observation ({Columns})
        VALUES (NULL, $id, $time, $player, $ink, $image, $normaliser, $chosen, $guesses, $label, $by, $at,
            $input, $chosenBy, $shadows, $excluded, {NextChange}, $origin, $task, $votes)
        ON CONFLICT (id) DO NOTHING
        """,
        Values(observation));

    /// <summary>The parameters of <see cref="Insert"/> in their order, for <see cref="SqliteStatement.Set"/> on the same command.</summary>
    public static (string Name, object? Value)[] Values(Observation observation) =>
    [
        ("$id", observation.Id.ToString()),
        ("$time", IsoTime.Format(observation.Time)),
        ("$player", observation.Player),
        ("$ink", observation.Ink is { } ink ? JsonSerializer.Serialize(ink, Json) : null),
        ("$image", observation.Image.Pixels.ToArray()),
        ("$normaliser", observation.NormaliserVersion),
        ("$chosen", observation.Chosen),
        ("$guesses", JsonSerializer.Serialize(observation.Guesses, Json)),
        ("$label", observation.Label?.Digit),
        ("$by", observation.Label?.By),
        ("$at", observation.Label is { } label ? IsoTime.Format(label.Time) : null),
        ("$input", observation.Input is { } input ? JsonSerializer.Serialize(input, Json).Trim('"') : null),
        ("$chosenBy", JsonSerializer.Serialize(observation.ChosenBy, Json).Trim('"')),
        ("$shadows", observation.Shadows.Count > 0 ? JsonSerializer.Serialize(observation.Shadows, Json) : null),
        ("$excluded", observation.Excluded),
        ("$origin", JsonSerializer.Serialize(observation.Origin, Json).Trim('"')),
        ("$task", observation.Task is { } task ? JsonSerializer.Serialize(task, Json) : null),
        ("$votes", observation.Votes.Count > 0 ? JsonSerializer.Serialize(observation.Votes, Json) : null),
    ];

    public static SqliteCommand SetLabel(SqliteConnection connection, Guid id, Label label) => connection.Command(
        $"""
        UPDATE observation SET label = $label, labelled_by = $by, labelled_at = $at, changed = {NextChange}
        WHERE id = $id AND label IS NOT $label
        """,
        ("$id", id.ToString()), ("$label", label.Digit), ("$by", label.By), ("$at", IsoTime.Format(label.Time)));

    public static SqliteCommand RemoveLabel(SqliteConnection connection, Guid id) => connection.Command(
        $"""
        UPDATE observation SET label = NULL, labelled_by = NULL, labelled_at = NULL, changed = {NextChange}
        WHERE id = $id AND label IS NOT NULL
        """,
        ("$id", id.ToString()));

    public static SqliteCommand SetVotes(SqliteConnection connection, Guid id, IReadOnlyList<Vote> votes) => connection.Command(
        $"UPDATE observation SET votes = $votes, changed = {NextChange} WHERE id = $id",
        ("$id", id.ToString()), ("$votes", votes.Count > 0 ? JsonSerializer.Serialize(votes, Json) : null));

    public static SqliteCommand SetExcluded(SqliteConnection connection, Guid id, bool excluded) => connection.Command(
        $"UPDATE observation SET excluded = $excluded, changed = {NextChange} WHERE id = $id AND excluded <> $excluded",
        ("$id", id.ToString()), ("$excluded", excluded));

    public static SqliteCommand Select(SqliteConnection connection, Guid id) => connection.Command(
        $"SELECT {Columns} FROM observation WHERE id = $id", ("$id", id.ToString()));

    public static SqliteCommand SelectAfter(SqliteConnection connection, long sequence, int limit) => connection.Command(
        $"SELECT {Columns} FROM observation WHERE sequence > $after ORDER BY sequence LIMIT $limit",
        ("$after", sequence), ("$limit", limit));

    public static SqliteCommand SelectChanges(SqliteConnection connection, long after, int limit) => connection.Command(
        $"SELECT {Columns} FROM observation WHERE changed > $after ORDER BY changed LIMIT $limit",
        ("$after", after), ("$limit", limit));

    /// <summary>The number of the observation's last change.</summary>
    public static long Changed(SqliteDataReader row) => row.GetInt64(16);

    /// <exception cref="StoreException">The row is no observation: it was not written by this program.</exception>
    public static Observation Read(SqliteDataReader row, out long sequence)
    {
        sequence = row.GetInt64(0);
        try
        {
            return new Observation
            {
                Id = row.GetGuid(1),
                Time = IsoTime.Parse(row.GetString(2)),
                Player = row.GetString(3),
                Ink = row.IsDBNull(4) ? null : JsonSerializer.Deserialize<Ink>(Bytes(row, 4), Json),
                Image = new DigitImage(Bytes(row, 5)),
                NormaliserVersion = row.GetInt32(6),
                Chosen = row.GetString(7),
                Guesses = JsonSerializer.Deserialize<Guess[]>(Bytes(row, 8), Json)!,
                Label = row.IsDBNull(9) ? null : new Label(row.GetInt32(9), row.GetString(10), IsoTime.Parse(row.GetString(11))),
                Input = row.IsDBNull(12) ? null : EnumOf<InputKind>(row.GetString(12)),
                ChosenBy = row.IsDBNull(13) ? default : EnumOf<ChosenBy>(row.GetString(13)),
                Shadows = row.IsDBNull(14) ? [] : JsonSerializer.Deserialize<Guess[]>(Bytes(row, 14), Json)!,
                Excluded = row.GetBoolean(15),
                Origin = row.IsDBNull(17) ? default : EnumOf<PlayOrigin>(row.GetString(17)),
                Task = row.IsDBNull(18) ? null : JsonSerializer.Deserialize<DrawingTask>(Bytes(row, 18), Json),
                Votes = row.IsDBNull(19) ? [] : JsonSerializer.Deserialize<Vote[]>(Bytes(row, 19), Json)!,
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or InvalidCastException
            or ArgumentException or InvalidDrawingException)
        {
            throw new StoreException($"Row {sequence} of the table of observations is no observation: {e.Message}", e);
        }
    }

    /// <summary>A value's bytes (text is UTF-8) in SQLite's own memory, valid until the next row is read.</summary>
    private static ReadOnlySpan<byte> Bytes(SqliteDataReader row, int column) => raw.sqlite3_column_blob(row.Handle, column);

    private static T EnumOf<T>(string name) => JsonSerializer.Deserialize<T>($"\"{name}\"", Json)!;
}
