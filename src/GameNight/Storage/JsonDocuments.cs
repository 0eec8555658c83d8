using System.Text.Json;

namespace GameNight.Storage;

/// <summary>Documents whose content is JSON: read, and changed whoever else changes them meanwhile.</summary>
public static class JsonDocuments
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <exception cref="StoreException">Somebody else wrote what is none.</exception>
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

    /// <summary>Writes what a change makes of a document; after another's write it is made anew of what is there then.</summary>
    /// <param name="documents">Where it lies.</param>
    /// <param name="collection">What it belongs to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">From what is there, null where there is none, to what shall be; null or the same where nothing shall. May be called more than once.</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    /// <returns>What is there now, as far as the change knows it.</returns>
    /// <exception cref="StoreException">The store cannot be read or written, or somebody else wrote what is none.</exception>
    public static async Task<T?> ChangeAsync<T>(this IDocumentStore documents, string collection, string name, Func<T?, T?> change, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var document = await documents.FindAsync(collection, name, cancellation);
            var before = document?.Read<T>();
            var after = change(before);
            if (after is null || after.Equals(before))
                return after;
            if (await documents.TryWriteAsync(collection, name, JsonSerializer.SerializeToUtf8Bytes(after, Json), document?.Revision ?? 0, cancellation))
                return after;
        }
    }
}
