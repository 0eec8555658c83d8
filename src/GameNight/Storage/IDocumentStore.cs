namespace GameNight.Storage;

/// <summary>
/// Small documents beside the observations: the trainer's lease, training runs, the host's decisions. Each write names the
/// revision that it replaces, so that of two writers one wins and the other knows it. Every write is durable when its task
/// completes. Safe for concurrent use. Every method throws <see cref="StoreException"/> when the store cannot do its work.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The most bytes that a document may have.</summary>
    const int MaxContent = 256 * 1024;

    /// <summary>Null where there is no such document.</summary>
    Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation);

    /// <summary>Every document of a collection, in the ordinal order of the names.</summary>
    Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation);

    /// <summary>Writes a document as the revision after the given one.</summary>
    /// <param name="collection">Lower-case letters and hyphens.</param>
    /// <param name="name">Unique within the collection; not empty.</param>
    /// <param name="content">At most <see cref="MaxContent"/> bytes.</param>
    /// <param name="revision">The revision that is replaced; 0 where there is none yet.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <returns>False where the document has another revision by now; it is left as it is.</returns>
    /// <exception cref="ArgumentException">The content is too large.</exception>
    Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation);

    /// <summary>Removes a document, whatever its revision. One that is not there is gone already.</summary>
    Task DeleteAsync(string collection, string name, CancellationToken cancellation);
}
