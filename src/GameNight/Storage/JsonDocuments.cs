using System.Text.Json;

namespace GameNight.Storage;

/// <summary>Reads and changes documents whose content is JSON.</summary>
public static class JsonDocuments
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <exception cref="StoreException">The content is not the JSON of a <typeparamref name="T"/>.</exception>
    public static T Read<T>(this Document document)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(document.Content, Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new StoreException($"The document {document.Name} of {document.Collection} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Applies a change to a document; once more, to the newer revision, where another writer was first.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="collection">The document's collection.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">
    /// Gets what is there, null where there is no document, and returns what shall be there; null or an equal value to write
    /// nothing. May be called more than once.
    /// </param>
    /// <param name="cancellation">Leaves the document as it is.</param>
    /// <returns>What the change returned last.</returns>
    /// <exception cref="StoreException">The store failed, or the content is not the JSON of a <typeparamref name="T"/>.</exception>
    public static async Task<T?> ChangeAsync<T>(
        this IDocumentStore documents, string collection, string name, Func<T?, T?> change, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var document = await documents.FindAsync(collection, name, cancellation);
            var before = document?.Read<T>();
            var after = change(before);
            if (after is null || after.Equals(before))
                return after;
            var content = JsonSerializer.SerializeToUtf8Bytes(after, Json);
            if (await documents.TryWriteAsync(collection, name, content, document?.Revision ?? 0, cancellation))
                return after;
        }
    }
}
