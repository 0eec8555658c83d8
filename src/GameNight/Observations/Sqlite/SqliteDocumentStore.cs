using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GameNight.Observations.Sqlite;

/// <summary>Keeps documents in the same file as the observations.</summary>
public sealed class SqliteDocumentStore(string dataFolder, ILogger<SqliteDocumentStore> logger) : IDocumentStore, IDisposable
{
    private const string NotRead = "A document could not be read";
    private const string NotWritten = "A document could not be written";

    private readonly SqliteDatabase _database = new(
        Path.GetFullPath(Path.Combine(dataFolder, SqliteObservationStore.FileName)), ObservationSchema.Schema, logger);

    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        _database.ReadAsync(
            NotRead,
            connection => Read(connection, "WHERE collection = $collection AND name = $name", collection, name).SingleOrDefault(),
            cancellation);

    public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Document>>(
            NotRead, connection => Read(connection, "WHERE collection = $collection ORDER BY name", collection, ""), cancellation);

    public Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation) => _database.ReadAsync<IReadOnlyList<Document>>(
        NotRead, connection => Read(connection, "", "", ""), cancellation);

    public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (content.Length > IDocumentStore.MaxContent)
        {
            throw new ArgumentException(
                $"A document has at most {IDocumentStore.MaxContent:N0} bytes, not {content.Length:N0}.", nameof(content));
        }

        var sql = revision == 0
            ? "INSERT INTO document (collection, name, revision, content) VALUES ($collection, $name, 1, $content) ON CONFLICT DO NOTHING"
            : """
              UPDATE document SET content = $content, revision = revision + 1
              WHERE collection = $collection AND name = $name AND revision = $revision
              """;
        return _database.WriteAsync(NotWritten, connection => connection.Execute(
            sql, ("$collection", collection), ("$name", name), ("$content", content), ("$revision", revision)) == 1, cancellation);
    }

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        _database.WriteAsync(NotWritten, connection => connection.Execute(
            "DELETE FROM document WHERE collection = $collection AND name = $name",
            ("$collection", collection), ("$name", name)), cancellation);

    public void Dispose() => _database.Dispose();

    private static List<Document> Read(SqliteConnection connection, string condition, string collection, string name)
    {
        using var command = connection.Command(
            "SELECT collection, name, revision, content FROM document " + condition,
            ("$collection", collection), ("$name", name));
        using var reader = command.ExecuteReader();
        var documents = new List<Document>();
        while (reader.Read())
            documents.Add(new Document(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)));
        return documents;
    }
}
