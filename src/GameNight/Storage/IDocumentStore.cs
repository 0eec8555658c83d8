namespace GameNight.Storage;

/// <summary>
/// Keeps small documents beside the observations: the trainer's lease, training runs, the host's decisions. Each write names the
/// revision that it replaces, so that of two concurrent writers one succeeds and the other learns that it did not. A write is
/// durable when its task completes. Safe for concurrent use. Every method throws <see cref="StoreException"/> when the store
/// cannot be read or written.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The most bytes that a document may have.</summary>
    const int MaxContent = 256 * 1024;

    /// <summary>The document as it is now; null where there is none.</summary>
    Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation);

    /// <summary>Every document of a collection, in the ordinal order of the names.</summary>
    Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation);

    /// <summary>
    /// Every document of every collection, in no particular order: for backups, because a store may have to read all it has.
    /// </summary>
    Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation);

    /// <summary>Writes a document as the revision after the given one.</summary>
    /// <param name="collection">Lower-case letters and hyphens.</param>
    /// <param name="name">Unique within the collection; not empty.</param>
    /// <param name="content">At most <see cref="MaxContent"/> bytes.</param>
    /// <param name="revision">The revision that is replaced; 0 to make the document.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <returns>False where the document has another revision; nothing was written.</returns>
    /// <exception cref="ArgumentException">The name is empty or the content too large.</exception>
    Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation);

    /// <summary>Removes a document, whatever its revision. Where there is none, nothing happens.</summary>
    Task DeleteAsync(string collection, string name, CancellationToken cancellation);
}
