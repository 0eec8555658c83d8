using System.Globalization;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>Keeps documents in the same table as the observations.</summary>
public sealed class DynamoDbDocumentStore(DynamoDbTable table) : IDocumentStore
{
    private const string NotRead = "A document could not be read";
    private const string NotWritten = "A document could not be written";

    private const string Prefix = "document#";
    private const string Revision = "revision";
    private const string Content = "content";

    /// <summary>The id of the write that made this revision: a writer whose answer was lost recognises its own write by it.</summary>
    private const string Writer = "writer";

    public async Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        await table.FindAsync(NotRead, Key(collection, name), cancellation) is { } item ? ToDocument(collection, item) : null;

    // A table sorts by the UTF-8 bytes of the sort keys, which is the ordinal order.
    public async Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) =>
    [
        .. (await table.QueryAsync(NotRead, Partition(collection), after: null, limit: null, cancellation))
            .Select(item => ToDocument(collection, item)),
    ];

    public async Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation) =>
    [
        .. (await table.ScanAsync(NotRead, Prefix, cancellation))
            .Select(item => ToDocument(item[DynamoDbTable.PartitionKey].S[Prefix.Length..], item)),
    ];

    public async Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (content.Length > IDocumentStore.MaxContent)
        {
            throw new ArgumentException(
                $"A document has at most {IDocumentStore.MaxContent:N0} bytes, not {content.Length:N0}.", nameof(content));
        }

        var key = Key(collection, name);
        var writer = Guid.NewGuid().ToString();
        var values = new Item
        {
            [":content"] = DynamoDbTable.Binary(content),
            [":next"] = DynamoDbTable.Number(revision + 1),
            [":writer"] = new(writer),
        };
        if (revision > 0)
            values[":revision"] = DynamoDbTable.Number(revision);
        var written = await table.TryUpdateAsync(
            NotWritten, key, "SET #content = :content, #revision = :next, #writer = :writer",
            revision == 0 ? "attribute_not_exists(#pk)" : "#revision = :revision", values, cancellation);
        return written is not null || (await table.FindAsync(NotWritten, key, cancellation))?[Writer].S == writer;
    }

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        table.DeleteAsync(NotWritten, Key(collection, name), cancellation);

    private static string Partition(string collection) => Prefix + collection;

    private static Item Key(string collection, string name) => DynamoDbTable.Key(Partition(collection), name);

    private static Document ToDocument(string collection, Item item) => new(
        collection, item[DynamoDbTable.SortKey].S, long.Parse(item[Revision].N, CultureInfo.InvariantCulture), item[Content].B.ToArray());
}
