namespace GameNight.Storage;

/// <summary>A document of an <see cref="IDocumentStore"/>.</summary>
/// <param name="Collection">The collection that it belongs to.</param>
/// <param name="Name">Unique within the collection.</param>
/// <param name="Revision">From 1, one more with each write.</param>
/// <param name="Content">At most <see cref="IDocumentStore.MaxContent"/> bytes, of any format.</param>
public sealed record Document(string Collection, string Name, long Revision, byte[] Content);
